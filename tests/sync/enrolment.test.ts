import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EnrolmentAnswer, EnrolmentRequest } from '../../src/protocol/enrolment';
import type { PublicKey } from '../../src/protocol/fields';
import { problemCodes } from '../../src/protocol/problem';
import { openDatabase } from '../../src/queue/database';
import { databaseStationStore } from '../../src/queue/database-station-store';
import type { StationStore } from '../../src/queue/station-store';
import {
  enrolmentCodeId,
  enrolmentConfirmation,
  enrolmentFingerprint,
  formatEnrolmentQr,
  formatEnrolmentTyped,
  makeEnrolmentSecret,
} from '../../src/sealing/enrolment-code';
import { thumbprint } from '../../src/sealing/jws';
import { makeStationKeys, publicKeyOf } from '../../src/sealing/station-keys';
import type { EnrolAnswer } from '../../src/sync/api-client';
import { enrolStation } from '../../src/sync/enrolment';
import { sampleMunicipality, samplePublicKey, sampleStationCode } from '../support/sample-application';

let stationStore: StationStore;
let secret: Uint8Array<ArrayBuffer>;
let qr: string;
let requests: EnrolmentRequest[];
beforeEach(async () => {
  stationStore = databaseStationStore(openDatabase(`enrolment-${uuidv7()}`));
  secret = makeEnrolmentSecret('qr');
  qr = formatEnrolmentQr(secret, await thumbprint(samplePublicKey));
  requests = [];
});

async function enrolled(request: EnrolmentRequest, overrides: Partial<EnrolmentAnswer> = {}): Promise<EnrolAnswer> {
  const stationId = await thumbprint(request.signingKey);
  const known = { stationCode: sampleStationCode, municipality: sampleMunicipality, configurationKey: samplePublicKey };
  return { kind: 'enrolled', answer: { stationId, ...known, ...overrides } };
}

/** Enrols against a server that answers so. */
function enrol(
  code: string,
  answer: (request: EnrolmentRequest) => Promise<EnrolAnswer> = enrolled,
): ReturnType<typeof enrolStation> {
  const api = {
    enrol: (request: EnrolmentRequest) => {
      requests.push(request);
      return answer(request);
    },
  };
  return enrolStation(code, { api, stationStore });
}

describe('enrolment', () => {
  it('makes the tablet pending, with the fingerprint that the office computes from its own secret', async () => {
    const result = await enrol(qr);
    const station = await stationStore.findStation();
    const expected = await enrolmentFingerprint(secret, await thumbprint(samplePublicKey), station?.keys.stationId ?? '');
    expect(result).toMatchObject({ kind: 'pending', fingerprint: expected });
    expect(station).toMatchObject({ state: 'pending', stationCode: sampleStationCode, configurationKey: samplePublicKey });
    const confirmation = await enrolmentConfirmation(secret, await thumbprint(samplePublicKey), station?.keys.stationId ?? '');
    expect(station?.confirmation, 'what it waits for').toBe(confirmation);
    expect(requests[0]?.codeId).toBe(await enrolmentCodeId(secret));
    expect(JSON.stringify(requests)).not.toContain(formatEnrolmentQr(secret, '').slice(11, 30));
  });

  it('works with a typed code, which carries no key of its own', async () => {
    expect(await enrol(formatEnrolmentTyped(makeEnrolmentSecret('typed')))).toMatchObject({ kind: 'pending' });
  });

  it('asks again with the same keys when the answer was lost, also after a restart', async () => {
    expect(await enrol(qr, () => Promise.resolve({ kind: 'unreachable' }))).toEqual({ kind: 'unreachable' });
    expect(await stationStore.findStation()).toBeUndefined();
    expect(await enrol(qr)).toMatchObject({ kind: 'pending' });
    expect(await enrol(qr)).toMatchObject({ kind: 'pending' });
    expect(requests[1]).toEqual(requests[0]);
    expect(requests[2]).toEqual(requests[0]);
  });

  it('has the keys stored before they are sent', async () => {
    const kept: (string | undefined)[] = [];
    await enrol(qr, async (request) => {
      kept.push((await stationStore.findAttempt(request.codeId))?.keys.stationId);
      return enrolled(request);
    });
    expect(kept).toEqual([await thumbprint(requests[0]?.signingKey as PublicKey)]);
  });

  it('makes other keys for another code', async () => {
    await enrol(qr);
    await enrol(formatEnrolmentQr(makeEnrolmentSecret('qr'), await thumbprint(samplePublicKey)));
    expect(requests[1]?.signingKey).not.toEqual(requests[0]?.signingKey);
  });

  it('stores nothing where the server names another configuration key than the QR', async () => {
    const configurationKey = await publicKeyOf((await makeStationKeys()).signing);
    expect(await enrol(qr, (request) => enrolled(request, { configurationKey }))).toEqual({ kind: 'keyMismatch' });
    expect(await stationStore.findStation()).toBeUndefined();
  });

  it('stores nothing where the server answers for another station', async () => {
    const { stationId } = await makeStationKeys();
    expect(await enrol(qr, (request) => enrolled(request, { stationId }))).toEqual({ kind: 'keyMismatch' });
    expect(await stationStore.findStation()).toBeUndefined();
  });

  it.each(['', 'HELLO', 'https://example.invalid/', 'MADOGUCHI1:short.code'])('sends nothing for no code: "%s"', async (text) => {
    expect(await enrol(text)).toEqual({ kind: 'codeMalformed' });
    expect(requests).toEqual([]);
  });

  it.each([
    ['enrolment-code-unknown', { kind: 'codeUnknown' }],
    ['enrolment-code-used', { kind: 'codeUsed' }],
    ['enrolment-code-expired', { kind: 'codeExpired' }],
    ['too-many-requests', { kind: 'tooManyAttempts', retryAfterMs: 60_000 }],
  ] as const)('says what is wrong with the code: %s', async (code, expected) => {
    expect(problemCodes).toContain(code);
    expect(await enrol(qr, () => Promise.resolve({ kind: 'problem', code, retryAfterMs: 60_000 }))).toEqual(expected);
    expect(await stationStore.findStation()).toBeUndefined();
  });

  it.each(['offline', 'unreachable', 'notOurServer'] as const)('says that the network is at fault: %s', async (kind) => {
    expect(await enrol(qr, () => Promise.resolve({ kind }))).toEqual({ kind });
  });
});
