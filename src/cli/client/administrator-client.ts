import type { EnrolmentCode, PendingStation } from '../../protocol/enrolment';
import { pendingStationsSchema } from '../../protocol/enrolment';
import { type EnvelopeList, envelopeListSchema } from '../../protocol/envelopes';
import { type VoidList, voidListSchema } from '../../protocol/void/void';
import {
  administratorScheme,
  donePath,
  envelopeMediaType,
  envelopePath,
  jwsMediaType,
  paths,
  releasedPath,
  rosterPath,
  securedPath,
} from '../../protocol/http';
import { wireLimits } from '../../protocol/limits';
import { problemSchema } from '../../protocol/problem';
import type { z } from '../../protocol/zod';
import { CommandFailure, ServerRefusal } from '../failure';
import { parseJson } from '../files/json-file';
import type { Administrator } from '../office/administrator';
import { exchange, type HttpAsk } from './http-exchange';

/** The office's side of the HTTP interface. Every call throws a CommandFailure where the server does not do it. */
export interface AdministratorClient {
  /** The signed configuration the server has; undefined where it has none. */
  readonly findConfiguration: () => Promise<string | undefined>;
  readonly putConfiguration: (jws: string) => Promise<void>;
  readonly registerEnrolmentCode: (code: EnrolmentCode) => Promise<void>;
  readonly listPendingStations: () => Promise<readonly PendingStation[]>;
  /** One page; `after` is the `next` of the page before, '' for the first. */
  readonly listEnvelopes: (after: string) => Promise<EnvelopeList>;
  readonly listVoids: (after: string) => Promise<VoidList>;
  readonly getEnvelope: (envelopeId: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly markSecured: (envelopeId: string) => Promise<void>;
  readonly markDone: (envelopeId: string) => Promise<void>;
  readonly release: (envelopeId: string, clerk: string) => Promise<void>;
  readonly putRoster: (digest: string, armored: string, destroyAt: string) => Promise<void>;
  /** Nothing happens where it is not there any more. */
  readonly removeRoster: (digest: string) => Promise<void>;
}

type Call = Omit<HttpAsk, 'url' | 'headers' | 'certificate' | 'maxAnswerBytes'> & {
  readonly path: string;
  readonly contentType?: string;
  readonly maxAnswerBytes?: number;
};
/** 500 envelopes of a page, each with a manifest and a receipt. */
const maxJsonBytes = 8 * 1024 * 1024;
const pageSize = 100;
const jsonMediaType = 'application/json';

type Caller = (call: Call) => Promise<{ readonly kind: 'done'; readonly body: Buffer } | { readonly kind: 'notFound' }>;

function callerFor({ serverUrl, token, certificate }: Administrator): Caller {
  return async ({ path, contentType, maxAnswerBytes = maxJsonBytes, ...call }) => {
    const headers = { Authorization: `${administratorScheme} ${token}`, ...(contentType && { 'Content-Type': contentType }) };
    const answer = await exchange({ ...call, url: new URL(path, serverUrl), headers, maxAnswerBytes, certificate });
    if (answer.status >= 200 && answer.status < 300) return { kind: 'done', body: answer.body };
    const problem = problemSchema.safeParse(parseJson(answer.body.toString('utf8')));
    if (!problem.success)
      throw new CommandFailure(
        'server-answer-invalid',
        `The server at ${serverUrl} answered ${String(answer.status)}; is it Madoguchi?`,
      );
    if (problem.data.code === 'not-found') return { kind: 'notFound' };
    throw new ServerRefusal(problem.data.code);
  };
}

function parseAnswer<Schema extends z.ZodType>(body: Buffer, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(parseJson(body.toString('utf8')));
  if (!parsed.success) throw new CommandFailure('server-answer-invalid', 'The answer of the server is not what it should be.');
  return parsed.data;
}

type Send = (asked: Call) => Promise<void>;

function rosterCalls(call: Caller, send: Send): Pick<AdministratorClient, 'putRoster' | 'removeRoster'> {
  return {
    putRoster: (digest, armored, destroyAt) => {
      const query = new URLSearchParams({ destroyAt });
      const path = `${rosterPath(digest)}?${query.toString()}`;
      return send({ method: 'PUT', path, body: armored, contentType: envelopeMediaType });
    },
    removeRoster: async (digest) => {
      await call({ method: 'DELETE', path: rosterPath(digest) });
    },
  };
}

function settlingCalls(send: Send): Pick<AdministratorClient, 'markSecured' | 'markDone' | 'release'> {
  return {
    markSecured: (envelopeId) => send({ method: 'POST', path: securedPath(envelopeId) }),
    markDone: (envelopeId) => send({ method: 'POST', path: donePath(envelopeId) }),
    release: (envelopeId, clerk) =>
      send({ method: 'POST', path: releasedPath(envelopeId), body: JSON.stringify({ clerk }), contentType: jsonMediaType }),
  };
}

/** Calls a server in the administrator's name. */
export function administratorClient(administrator: Administrator): AdministratorClient {
  const call = callerFor(administrator);
  const getBody = async (asked: Call): Promise<Buffer> => {
    const result = await call(asked);
    if (result.kind === 'notFound') throw new ServerRefusal('not-found');
    return result.body;
  };
  const send: Send = async (asked) => {
    await getBody(asked);
  };
  return {
    findConfiguration: async () => {
      const result = await call({ method: 'GET', path: paths.configuration, maxAnswerBytes: wireLimits.configurationBytes });
      return result.kind === 'done' ? result.body.toString('utf8') : undefined;
    },
    putConfiguration: (jws) => send({ method: 'PUT', path: paths.configuration, body: jws, contentType: jwsMediaType }),
    registerEnrolmentCode: (code) =>
      send({ method: 'POST', path: paths.enrolmentCodes, body: JSON.stringify(code), contentType: jsonMediaType }),
    listPendingStations: async () =>
      parseAnswer(await getBody({ method: 'GET', path: paths.pendingStations }), pendingStationsSchema).pending,
    listEnvelopes: async (after) => {
      const query = new URLSearchParams({ limit: String(pageSize), ...(after && { after }) });
      return parseAnswer(await getBody({ method: 'GET', path: `${paths.envelopes}?${query.toString()}` }), envelopeListSchema);
    },
    listVoids: async (after) => {
      const path = after === '' ? paths.voids : `${paths.voids}?${new URLSearchParams({ after }).toString()}`;
      const result = await call({ method: 'GET', path });
      // A server of before knows no voids.
      return result.kind === 'notFound' ? { voids: [], next: null } : parseAnswer(result.body, voidListSchema);
    },
    getEnvelope: async (envelopeId) =>
      new Uint8Array(await getBody({ method: 'GET', path: envelopePath(envelopeId), maxAnswerBytes: wireLimits.envelopeBytes })),
    ...settlingCalls(send),
    ...rosterCalls(call, send),
  };
}
