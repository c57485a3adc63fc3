import {
  contentDigestHeader,
  envelopeMediaType,
  envelopePath,
  jwsMediaType,
  manifestHeader,
  voidPath,
} from '../../protocol/http';
import { wireLimits } from '../../protocol/limits';
import { type ProblemCode, problemSchema } from '../../protocol/problem';
import { contentDigest } from '../../sealing/digest';
import { CommandFailure } from '../failure';
import { parseJson } from '../files/json-file';
import type { Administrator } from '../office/administrator';
import { exchange, type HttpAnswer } from './http-exchange';

/** What the server said to an upload. `received` says only that a receipt came; it is not verified here. */
export type DeliveryAnswer =
  | { readonly kind: 'received'; readonly isNew: boolean; readonly receiptJws: string }
  | { readonly kind: 'problem'; readonly code: ProblemCode };

export interface EnvelopeInPlace {
  readonly envelopeId: string;
  /** SHA-256 of the bytes, base64url. */
  readonly digest: string;
  readonly manifestJws: string;
  readonly bytes: Uint8Array;
}

/** Uploads an envelope that came in a file as its tablet would have: the manifest's own signature is the authority. */
export async function deliverEnvelope(
  { serverUrl, certificate }: Administrator,
  { envelopeId, digest, manifestJws, bytes }: EnvelopeInPlace,
): Promise<DeliveryAnswer> {
  const answer = await exchange({
    method: 'PUT',
    url: new URL(envelopePath(envelopeId), serverUrl),
    headers: {
      [manifestHeader]: manifestJws,
      [contentDigestHeader]: contentDigest(digest),
      'Content-Type': envelopeMediaType,
      'Content-Length': String(bytes.byteLength),
    },
    body: bytes,
    maxAnswerBytes: wireLimits.jsonBodyBytes,
    certificate,
  });
  return readDelivery(answer);
}

/** Brings a void: by its station in a file, or by the office. */
export async function deliverVoid(
  { serverUrl, certificate }: Administrator,
  envelopeId: string,
  voidJws: string,
): Promise<DeliveryAnswer> {
  const answer = await exchange({
    method: 'PUT',
    url: new URL(voidPath(envelopeId), serverUrl),
    headers: { 'Content-Type': jwsMediaType },
    body: voidJws,
    maxAnswerBytes: wireLimits.jsonBodyBytes,
    certificate,
  });
  return readDelivery(answer);
}

function readDelivery({ status, body }: HttpAnswer): DeliveryAnswer {
  if (status === 200 || status === 201) {
    return { kind: 'received', isNew: status === 201, receiptJws: body.toString('utf8').trim() };
  }
  const problem = problemSchema.safeParse(parseJson(body.toString('utf8')));
  if (problem.success) return { kind: 'problem', code: problem.data.code };
  throw new CommandFailure('server-answer-invalid', `The server answered ${String(status)}; is it Madoguchi?`);
}
