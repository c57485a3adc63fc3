import type { StationRecord, StationStore } from '../queue/station-store';
import {
  enrolmentCodeId,
  enrolmentConfirmation,
  enrolmentFingerprint,
  type EnrolmentSecret,
  parseEnrolmentCode,
} from '../sealing/enrolment-code';
import { thumbprint } from '../sealing/jws';
import { makeStationKeys, publicKeyOf, type StationKeys } from '../sealing/station-keys';
import type { ProblemCode } from '../protocol/problem';
import type { EnrolmentAnswer } from '../protocol/enrolment';
import type { ApiClient } from './api-client';
import type { ClientFailure } from './client-failure';

export type EnrolmentResult =
  /** The server took the keys. Now the administrator matches the fingerprint: six digits. */
  | { readonly kind: 'pending'; readonly fingerprint: string; readonly station: StationRecord }
  | { readonly kind: 'codeMalformed' }
  | { readonly kind: 'codeUnknown' }
  /** Another tablet, or this one before its storage was cleared, used the code. */
  | { readonly kind: 'codeUsed' }
  | { readonly kind: 'codeExpired' }
  | { readonly kind: 'tooManyAttempts'; readonly retryAfterMs: number | null }
  /** The answer names other keys than the code or this tablet: nothing was stored. */
  | { readonly kind: 'keyMismatch' }
  | ClientFailure;

export interface EnrolmentPorts {
  readonly api: Pick<ApiClient, 'enrol'>;
  readonly stationStore: Pick<StationStore, 'findAttempt' | 'keepAttempt' | 'saveStation'>;
}

/**
 * Enrols this tablet with a scanned or typed code. Keys are made once per code and kept before they are sent: when
 * the answer is lost, the same code asks again with the same keys and gets the same answer.
 */
export async function enrolStation(codeText: string, { api, stationStore }: EnrolmentPorts): Promise<EnrolmentResult> {
  const code = parseEnrolmentCode(codeText);
  if (!code) return { kind: 'codeMalformed' };
  const codeId = await enrolmentCodeId(code.secret);
  const keys = await keysFor(codeId, stationStore);
  const result = await api.enrol({
    codeId,
    signingKey: await publicKeyOf(keys.signing),
    agreementKey: await publicKeyOf(keys.agreement),
  });
  if (result.kind !== 'enrolled') return readRefusal(result);
  const station = await readStation(code, keys, result.answer);
  if (!station) return { kind: 'keyMismatch' };
  await stationStore.saveStation(station);
  return { kind: 'pending', fingerprint: station.fingerprint, station };
}

async function keysFor(codeId: string, stationStore: EnrolmentPorts['stationStore']): Promise<StationKeys> {
  const known = await stationStore.findAttempt(codeId);
  const attempt = known ?? (await stationStore.keepAttempt({ codeId, keys: await makeStationKeys() }));
  return attempt.keys;
}

async function readStation(
  code: EnrolmentSecret,
  keys: StationKeys,
  { stationId, stationCode, municipality, configurationKey }: EnrolmentAnswer,
): Promise<StationRecord | undefined> {
  const pinned = await thumbprint(configurationKey);
  const isExpectedKey = code.configurationThumbprint === undefined || code.configurationThumbprint === pinned;
  if (!isExpectedKey || stationId !== keys.stationId) return undefined;
  const fingerprint = await enrolmentFingerprint(code.secret, pinned, keys.stationId);
  const confirmation = await enrolmentConfirmation(code.secret, pinned, keys.stationId);
  return { keys, state: 'pending', stationCode, municipality, configurationKey, fingerprint, confirmation };
}

const refusals: Partial<Record<ProblemCode, 'codeUnknown' | 'codeUsed' | 'codeExpired'>> = {
  'enrolment-code-unknown': 'codeUnknown',
  'enrolment-code-used': 'codeUsed',
  'enrolment-code-expired': 'codeExpired',
};

function readRefusal(failure: ClientFailure): EnrolmentResult {
  if (failure.kind !== 'problem') return failure;
  if (failure.code === 'too-many-requests') return { kind: 'tooManyAttempts', retryAfterMs: failure.retryAfterMs };
  const kind = refusals[failure.code];
  return kind ? { kind } : failure;
}
