import { type DuplicateAnswer, duplicateAnswerSchema } from '../protocol/duplicates/duplicate-tag';
import { additive } from '../protocol/reading/additive';
import { type EnrolmentAnswer, enrolmentAnswerSchema, type EnrolmentRequest } from '../protocol/enrolment';
import { type CustodyAnswer, custodyAnswerSchema, type OfficeVoidList, officeVoidListSchema } from '../protocol/envelopes';
import { compactJwsField } from '../protocol/fields';
import {
  contentDigestHeader,
  envelopeMediaType,
  envelopePath,
  jwsMediaType,
  manifestHeader,
  paths,
  rosterPath,
  stationScheme,
  voidPath,
} from '../protocol/http';
import { wireLimits } from '../protocol/limits';
import type { z } from '../protocol/zod';
import { contentDigest } from '../sealing/digest';
import { signStationRequest, type StationKeys } from '../sealing/station-keys';
import type { SealedBytes } from '../queue/bytes/sealed-bytes';
import { type ClientFailure, notOurServer } from './client-failure';
import { createExchange, type Exchange, type ExchangePorts } from './http/exchange';
import { hasMediaType, parseJson, readFailure, type ServerAnswer } from './http/server-answer';

export interface EnvelopeUpload {
  readonly envelopeId: string;
  /** SHA-256 of the bytes, base64url. */
  readonly digest: string;
  readonly manifestJws: string;
  readonly bytes: SealedBytes;
}

export type EnrolAnswer = { readonly kind: 'enrolled'; readonly answer: EnrolmentAnswer } | ClientFailure;
export type ConfigurationAnswer =
  /** Not verified yet. */
  | { readonly kind: 'configuration'; readonly jws: string; readonly etag: string | null }
  | { readonly kind: 'notModified' }
  | ClientFailure;
/** Not compared with the configuration yet. */
export type RosterAnswer = { readonly kind: 'roster'; readonly armored: string } | ClientFailure;
/** `received` says only that a receipt came back; whether it holds is for the caller to verify. */
export type UploadAnswer = { readonly kind: 'received'; readonly receiptJws: string } | ClientFailure;
export type DuplicateResult = { readonly kind: 'answered'; readonly earlier: DuplicateAnswer['earlier'] } | ClientFailure;
export type CustodyResult = { readonly kind: 'custody'; readonly custody: CustodyAnswer } | ClientFailure;

export type OfficeVoidsResult = { readonly kind: 'voids'; readonly page: OfficeVoidList } | ClientFailure;

/**
 * The tablet's side of the HTTP interface. Never rejects: whatever happens is one of the closed results. Follows no
 * redirect, sends no cookie, uses no cache.
 */
export interface ApiClient {
  enrol(request: EnrolmentRequest): Promise<EnrolAnswer>;
  getConfiguration(keys: StationKeys, etag: string | null): Promise<ConfigurationAnswer>;
  putEnvelope(upload: EnvelopeUpload, signal?: AbortSignal): Promise<UploadAnswer>;
  /** A signed void; what comes back is as for an envelope. */
  putVoid(envelopeId: string, voidJws: string, signal?: AbortSignal): Promise<UploadAnswer>;
  getRoster(keys: StationKeys, digest: string): Promise<RosterAnswer>;
  /** At most 500 ids. */
  askCustody(keys: StationKeys, envelopeIds: readonly string[], signal?: AbortSignal): Promise<CustodyResult>;
  /** The same for voids that were delivered, by the ids of their envelopes. */
  askVoidCustody(keys: StationKeys, voidIds: readonly string[], signal?: AbortSignal): Promise<CustodyResult>;
  /** What the office voided of a station's envelopes, a page after the cursor (empty for the first). */
  getOfficeVoids(
    keys: StationKeys,
    page: { readonly stationId: string; readonly after: string },
    signal?: AbortSignal,
  ): Promise<OfficeVoidsResult>;
  /** Whether applications with these tags are at the server; gives up soon, for somebody is waiting. */
  askDuplicates(keys: StationKeys, tags: readonly string[]): Promise<DuplicateResult>;
}

const requestTimeoutMs = 30_000;
/** 8 MiB at half a megabit per second. */
const uploadTimeoutMs = 150_000;
/** As long as the next step takes at least; later the answer would only disturb. */
const duplicatesTimeoutMs = 5_000;
const jsonMediaType = 'application/json';

/** The client over fetch; `ports.origin` is empty where the page comes from the server itself. */
export function createApiClient(ports: ExchangePorts): ApiClient {
  const exchange = createExchange(ports);
  const authorization = async (keys: StationKeys, method: string, path: string): Promise<Record<string, string>> => ({
    Authorization: `${stationScheme} ${await signStationRequest({ method, path }, ports.nowMs(), keys)}`,
  });
  return {
    enrol: (request) => enrol(exchange, request),
    getConfiguration: async (keys, etag) =>
      getConfiguration(exchange, await authorization(keys, 'GET', paths.configuration), etag),
    getRoster: async (keys, digest) =>
      getRoster(exchange, await authorization(keys, 'GET', rosterPath(digest)), rosterPath(digest)),
    putEnvelope: (upload, signal) => putEnvelope(exchange, upload, signal),
    putVoid: (envelopeId, voidJws, signal) => putVoid(exchange, envelopeId, { voidJws, signal }),
    askCustody: async (keys, envelopeIds, signal) =>
      askCustody(exchange, await authorization(keys, 'POST', paths.custody), { value: { envelopeIds }, signal }),
    askVoidCustody: async (keys, voidIds, signal) => {
      const value = { envelopeIds: [], voidIds };
      return askCustody(exchange, await authorization(keys, 'POST', paths.custody), { value, signal });
    },
    getOfficeVoids: async (keys, { stationId, after }, signal) => {
      const path = `${paths.officeVoids}?${new URLSearchParams({ of: stationId, after }).toString()}`;
      return getOfficeVoids(exchange, await authorization(keys, 'GET', paths.officeVoids), { path, signal });
    },
    askDuplicates: async (keys, tags) =>
      postJson<DuplicateResult>(
        exchange,
        {
          path: paths.duplicates,
          headers: await authorization(keys, 'POST', paths.duplicates),
          value: { tags },
          timeoutMs: duplicatesTimeoutMs,
        },
        (answer) => readJson(answer, additive(duplicateAnswerSchema), ({ earlier }) => ({ kind: 'answered', earlier })),
      ),
  };
}

function askCustody(
  exchange: Exchange,
  headers: Record<string, string>,
  question: Pick<JsonQuestion, 'value' | 'signal'>,
): Promise<CustodyResult> {
  return postJson<CustodyResult>(exchange, { path: paths.custody, headers, ...question }, (answer) =>
    readJson(answer, additive(custodyAnswerSchema), (custody) => ({ kind: 'custody', custody })),
  );
}

function getOfficeVoids(
  exchange: Exchange,
  headers: Record<string, string>,
  { path, signal }: { readonly path: string; readonly signal: AbortSignal | undefined },
): Promise<OfficeVoidsResult> {
  const limits = { timeoutMs: requestTimeoutMs, limitBytes: wireLimits.jsonBodyBytes };
  return exchange<OfficeVoidsResult>({ method: 'GET', path, headers, signal, ...limits }, (answer) =>
    readJson(answer, additive(officeVoidListSchema), (page) => ({ kind: 'voids', page })),
  );
}

function putVoid(
  exchange: Exchange,
  envelopeId: string,
  { voidJws, signal }: { readonly voidJws: string; readonly signal: AbortSignal | undefined },
): Promise<UploadAnswer> {
  const limits = { timeoutMs: requestTimeoutMs, limitBytes: wireLimits.manifestBytes };
  return exchange<UploadAnswer>(
    { method: 'PUT', path: voidPath(envelopeId), headers: { 'Content-Type': jwsMediaType }, body: voidJws, signal, ...limits },
    (answer) => readJws(answer, (receiptJws) => ({ kind: 'received', receiptJws })),
  );
}

interface JsonQuestion {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly value: object;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number;
}

function postJson<Result extends { readonly kind: string }>(
  exchange: Exchange,
  { path, headers, value, signal, timeoutMs = requestTimeoutMs }: JsonQuestion,
  read: (answer: ServerAnswer) => Result | ClientFailure,
): Promise<Result | ClientFailure> {
  return exchange<Result>(
    {
      method: 'POST',
      path,
      headers: { ...headers, 'Content-Type': jsonMediaType },
      body: JSON.stringify(value),
      signal,
      timeoutMs,
      limitBytes: wireLimits.jsonBodyBytes,
    },
    read,
  );
}

function enrol(exchange: Exchange, request: EnrolmentRequest): Promise<EnrolAnswer> {
  return postJson<EnrolAnswer>(exchange, { path: paths.enrolments, value: request }, (answer) =>
    readJson(answer, additive(enrolmentAnswerSchema), (enrolment) => ({ kind: 'enrolled', answer: enrolment })),
  );
}

function getConfiguration(
  exchange: Exchange,
  authorization: Record<string, string>,
  etag: string | null,
): Promise<ConfigurationAnswer> {
  return exchange<ConfigurationAnswer>(
    {
      method: 'GET',
      path: paths.configuration,
      headers: etag === null ? authorization : { ...authorization, 'If-None-Match': etag },
      timeoutMs: requestTimeoutMs,
      limitBytes: wireLimits.configurationBytes,
    },
    (answer) => {
      if (answer.status === 304) return etag === null ? notOurServer : { kind: 'notModified' };
      return readJws(answer, (jws) => ({ kind: 'configuration', jws, etag: answer.headers.get('ETag') }));
    },
  );
}

function getRoster(exchange: Exchange, authorization: Record<string, string>, path: string): Promise<RosterAnswer> {
  const limits = { timeoutMs: requestTimeoutMs, limitBytes: wireLimits.rosterBytes };
  return exchange<RosterAnswer>({ method: 'GET', path, headers: authorization, ...limits }, (answer) => {
    if (!isSuccess(answer)) return readFailure(answer);
    return hasMediaType(answer, envelopeMediaType) ? { kind: 'roster', armored: answer.text } : notOurServer;
  });
}

function putEnvelope(exchange: Exchange, upload: EnvelopeUpload, signal: AbortSignal | undefined): Promise<UploadAnswer> {
  return exchange<UploadAnswer>(
    {
      method: 'PUT',
      path: envelopePath(upload.envelopeId),
      headers: {
        'Content-Type': envelopeMediaType,
        [manifestHeader]: upload.manifestJws,
        [contentDigestHeader]: contentDigest(upload.digest),
      },
      body: upload.bytes,
      signal,
      timeoutMs: uploadTimeoutMs,
      limitBytes: wireLimits.manifestBytes,
    },
    (answer) => readJws(answer, (receiptJws) => ({ kind: 'received', receiptJws })),
  );
}

function isSuccess({ status }: ServerAnswer): boolean {
  return status === 200 || status === 201;
}

function readJws<Result>(answer: ServerAnswer, resultOf: (jws: string) => Result): Result | ClientFailure {
  if (!isSuccess(answer)) return readFailure(answer);
  const jws = hasMediaType(answer, jwsMediaType) ? compactJwsField.safeParse(answer.text.trim()) : undefined;
  return jws?.success ? resultOf(jws.data) : notOurServer;
}

function readJson<Schema extends z.ZodType, Result>(
  answer: ServerAnswer,
  schema: Schema,
  resultOf: (value: z.infer<Schema>) => Result,
): Result | ClientFailure {
  if (!isSuccess(answer)) return readFailure(answer);
  const value = hasMediaType(answer, jsonMediaType) ? schema.safeParse(parseJson(answer.text)) : undefined;
  return value?.success ? resultOf(value.data) : notOurServer;
}
