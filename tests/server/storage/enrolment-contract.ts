import { beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/sealing/digest';
import type { EnrolmentAttempt } from '../../../src/server/storage/enrolment-store';
import type { Storage } from '../../../src/server/storage/storage';
import { otherMunicipality, sampleMunicipality, sampleStationCode } from '../../support/sample-application';
import { makeOffice } from '../support/office';
import { makeStation, type TestStation } from '../support/station';
import { provision } from '../support/test-server';
import type { StorageHarness } from './storage-contract';

const madeAtMs = Date.parse('2026-11-20T00:00:00Z');
const expiresAt = '2026-11-20T00:10:00.000Z';
const lateMs = Date.parse(expiresAt);

async function makeCode(storage: Storage): Promise<readonly [qrId: string, typedId: string]> {
  const randomId = (): Promise<string> => sha256(crypto.getRandomValues(new Uint8Array(16)));
  const codeIds = [await randomId(), await randomId()] as const;
  const code = { codeIds: [...codeIds], stationCode: sampleStationCode, expiresAt };
  expect(await storage.enrolments.addCode(sampleMunicipality, code, madeAtMs)).toBe('added');
  return codeIds;
}

function attempt(codeId: string, { entry }: TestStation): EnrolmentAttempt {
  return { codeId, stationId: entry.id, signingKey: entry.signingKey, agreementKey: entry.agreementKey };
}

export function enrolmentContract(harness: StorageHarness): void {
  describe('enrolments', () => {
    beforeEach(() => harness.makeEmpty());

    const openProvisioned = async (): Promise<Storage> => {
      const storage = await harness.open();
      await provision(storage, await makeOffice());
      return storage;
    };
    const enrol = (storage: Storage, request: EnrolmentAttempt, nowMs = madeAtMs) =>
      storage.enrolments.enrol(sampleMunicipality, request, nowMs);

    it('gives the same answer to the same key, also after the code expired and after reopening', async () => {
      const storage = await openProvisioned();
      const [codeId] = await makeCode(storage);
      const request = attempt(codeId, await makeStation());
      expect(await enrol(storage, request)).toEqual({ kind: 'enrolled', stationCode: sampleStationCode });
      const reopened = await harness.open();
      expect(await enrol(reopened, request, lateMs + 1)).toEqual({ kind: 'repeated', stationCode: sampleStationCode });
    });

    it('refuses a code that another key used, by either of its ids', async () => {
      const storage = await openProvisioned();
      const [qrId, typedId] = await makeCode(storage);
      const [first, second] = [await makeStation(), await makeStation()];
      await enrol(storage, attempt(qrId, first));
      expect(await enrol(storage, attempt(qrId, second))).toEqual({ kind: 'used' });
      expect(await enrol(storage, attempt(typedId, second))).toEqual({ kind: 'used' });
      expect(await enrol(storage, attempt(typedId, first))).toMatchObject({ kind: 'repeated' });
    });

    it('gives a code to one of many keys that ask at once', async () => {
      const storage = await openProvisioned();
      const [codeId] = await makeCode(storage);
      const stations = await Promise.all(Array.from({ length: 8 }, makeStation));
      const outcomes = await Promise.all(stations.map((station) => enrol(storage, attempt(codeId, station))));
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['enrolled', ...Array<string>(7).fill('used')]);
    });

    it('refuses unknown and expired codes, and another municipality’s', async () => {
      const storage = await openProvisioned();
      await provision(storage, await makeOffice(otherMunicipality));
      const [codeId] = await makeCode(storage);
      const station = await makeStation();
      expect(await enrol(storage, attempt('no such code', station))).toEqual({ kind: 'unknown' });
      expect(await storage.enrolments.enrol(otherMunicipality, attempt(codeId, station), madeAtMs)).toEqual({ kind: 'unknown' });
      expect(await enrol(storage, attempt(codeId, station), lateMs)).toEqual({ kind: 'expired' });
      expect(await enrol(storage, attempt(codeId, station), lateMs - 1)).toMatchObject({ kind: 'enrolled' });
    });

    it('takes the same code again, and no other under one of its ids', async () => {
      const storage = await openProvisioned();
      const codeIds = [...(await makeCode(storage))];
      const add = (ids: string[], stationCode = sampleStationCode) =>
        storage.enrolments.addCode(sampleMunicipality, { codeIds: ids, stationCode, expiresAt }, madeAtMs);
      expect(await add(codeIds)).toBe('repeated');
      expect(await add([...codeIds].reverse())).toBe('repeated');
      expect(await add(codeIds.slice(0, 1))).toBe('taken');
      expect(await add(codeIds.slice(1))).toBe('taken');
      const other = { codeIds, stationCode: sampleStationCode, expiresAt: '2026-11-20T00:11:00.000Z' };
      expect(await storage.enrolments.addCode(sampleMunicipality, other, madeAtMs)).toBe('taken');
    });

    it('lists stations that wait for their configuration, and knows their municipality', async () => {
      const storage = await openProvisioned();
      const [codeId] = await makeCode(storage);
      const { entry } = await makeStation();
      await enrol(storage, { codeId, stationId: entry.id, signingKey: entry.signingKey, agreementKey: entry.agreementKey });
      expect(await storage.enrolments.listPending(sampleMunicipality)).toEqual([
        {
          codeId,
          stationId: entry.id,
          stationCode: sampleStationCode,
          signingKey: entry.signingKey,
          agreementKey: entry.agreementKey,
          enrolledAt: '2026-11-20T00:00:00.000Z',
        },
      ]);
      expect((await storage.municipalities.findOfEnrolmentCode(codeId))?.code).toBe(sampleMunicipality);
      const found = await storage.configurations.findStation(entry.id);
      expect(found?.municipality.code).toBe(sampleMunicipality);
      expect(found?.station.state).toBe('pending');
      await storage.configurations.publish(sampleMunicipality, { epoch: 1, version: 1, jws: 'a', stations: [entry] }, madeAtMs);
      expect(await storage.enrolments.listPending(sampleMunicipality)).toEqual([]);
    });
  });
}
