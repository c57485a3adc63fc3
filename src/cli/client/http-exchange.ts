import { X509Certificate } from 'node:crypto';
import { type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest, type RequestOptions as TlsOptions } from 'node:https';
import { CommandFailure, findSystemCode } from '../failure';

export interface HttpAsk {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** An answer longer than this is not read. */
  readonly maxAnswerBytes: number;
  /** PEM of the one certificate to accept; otherwise the system's authorities decide. */
  readonly certificate?: string | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

const silenceLimitMs = 30_000;

/** One HTTP exchange. Throws `server-unreachable` where there is no answer, `server-answer-invalid` where it is too long. */
export async function exchange(ask: HttpAsk): Promise<HttpAnswer> {
  try {
    return await send(ask);
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const reason = findSystemCode(error) ?? 'no answer';
    throw new CommandFailure('server-unreachable', `The server at ${ask.url.origin} does not answer (${reason}).`, {
      cause: error,
    });
  }
}

function send({ method, url, headers, body, maxAnswerBytes, certificate }: HttpAsk): Promise<HttpAnswer> {
  const options: RequestOptions = { method, headers, timeout: silenceLimitMs, agent: false };
  return new Promise((resolve, reject) => {
    const onAnswer = (answer: IncomingMessage): void => {
      readBody(answer, maxAnswerBytes).then((bytes) => {
        resolve({ status: answer.statusCode ?? 0, body: bytes });
      }, reject);
    };
    const request =
      url.protocol === 'https:'
        ? httpsRequest(url, { ...options, ...(certificate === undefined ? {} : onlyThis(certificate)) }, onAnswer)
        : httpRequest(url, options, onAnswer);
    request.once('timeout', () => request.destroy(new Error('timeout')));
    request.once('error', reject);
    request.end(body);
  });
}

/** Accepts exactly one certificate, whatever name it carries: the file that the server on this machine was given. */
function onlyThis(certificate: string): TlsOptions & { allowPartialTrustChain: true } {
  const expected = new X509Certificate(certificate).fingerprint256;
  return {
    ca: certificate,
    allowPartialTrustChain: true,
    checkServerIdentity: (_host, shown) => (shown.fingerprint256 === expected ? undefined : new Error('another certificate')),
  };
}

async function readBody(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new CommandFailure('server-answer-invalid', 'The server sent more than it may.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
