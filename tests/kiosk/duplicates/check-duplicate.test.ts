// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { receptionNumberOf } from '../../../src/domain/submission/reception-number';
import { checkDuplicate } from '../../../src/kiosk/duplicates/check-duplicate';
import { findEarlier } from '../../../src/kiosk/duplicates/find-earlier';
import { useSession } from '../../../src/kiosk/session/session-store';
import type { TabletPorts } from '../../../src/kiosk/tablet/tablet-ports';
import { useTablet } from '../../../src/kiosk/tablet/tablet-store';
import { openDatabase } from '../../../src/queue/database';
import { databaseQueueStore } from '../../../src/queue/database-queue-store';
import { createQueue, type Queue } from '../../../src/queue/queue';
import { makeDuplicateSecret } from '../../../src/sealing/duplicates/duplicate-secrets';
import { wrapDuplicateKeys } from '../../../src/sealing/duplicates/wrap-duplicate-keys';
import { makeStationKeys, publicKeyOf, type StationKeys } from '../../../src/sealing/station-keys';
import type { DuplicateResult } from '../../../src/sync/api-client';
import { sealedSample } from '../../queue/sealed-samples';
import * as samples from '../../support/sample-application';
import { startSession } from '../show-screen';

const { sampleApplicationId, sampleDraft, sampleMunicipality, samplePublicKey, sampleStationCode } = samples;
const silence = { announce: () => undefined, listen: () => undefined, close: () => undefined };

let keys: StationKeys;
let queue: Queue;
let asked: (readonly string[])[] = [];
let answer: DuplicateResult = { kind: 'offline' };

const ports = () =>
  ({
    queue,
    api: {
      askDuplicates: (_keys: StationKeys, tags: readonly string[]) => {
        asked.push(tags);
        return Promise.resolve(answer);
      },
    },
  }) as unknown as Pick<TabletPorts, 'queue' | 'api'>;

/** The tablet with a configuration in which it was given these keys for tags, or none. */
async function giveKeys(...versions: readonly number[]): Promise<void> {
  const agreementKey = await publicKeyOf(keys.agreement);
  const entry = {
    id: keys.stationId,
    code: sampleStationCode,
    signingKey: samplePublicKey,
    agreementKey,
    state: 'active',
  } as const;
  const duplicateKeys = versions.length > 0 ? await wrapDuplicateKeys(versions.map(makeDuplicateSecret), entry) : undefined;
  const configuration = samples.sampleConfiguration({ stations: [{ ...entry, ...(duplicateKeys && { duplicateKeys }) }] });
  const facts = { stationCode: sampleStationCode, municipality: sampleMunicipality, configurationKey: samplePublicKey };
  useTablet.setState({ configuration, station: { keys, state: 'active', fingerprint: '000000', ...facts } });
}

async function clearTag(): Promise<string> {
  const check = await checkDuplicate(sampleApplicationId, ports().queue);
  if (check.kind !== 'clear' || !check.duplicateTag) throw new Error('a tag was expected');
  return check.duplicateTag.tag;
}

beforeEach(async () => {
  keys = await makeStationKeys();
  queue = createQueue(databaseQueueStore(openDatabase(`duplicates-${crypto.randomUUID()}`)), silence);
  asked = [];
  answer = { kind: 'offline' };
  startSession({ draft: sampleDraft(), envelopeId: samples.sampleEnvelopeId });
});

describe('the last look before the seal', () => {
  it('lets a first application through with its tag under the newest key', async () => {
    await giveKeys(2, 1);
    expect(await checkDuplicate(sampleApplicationId, ports().queue)).toMatchObject({
      kind: 'clear',
      duplicateTag: { keyVersion: 2 },
    });
    expect(asked).toEqual([]);
  });

  it('stops one that is in the queue by now, until a reason is given, and the screen learns why', async () => {
    await giveKeys(1);
    const duplicateTag = { tag: await clearTag(), keyVersion: 1 };
    await queue.append(sealedSample(1, { duplicateTag }));
    expect(await checkDuplicate(sampleApplicationId, ports().queue)).toEqual({ kind: 'reasonNeeded' });
    expect(useSession.getState().earlier).toMatchObject([{ isOfThisTablet: true, openingId: 'opening-1' }]);
    useSession.setState({ duplicateReason: 'photoAgain' });
    expect(await checkDuplicate(sampleApplicationId, ports().queue)).toEqual({
      kind: 'clear',
      duplicateTag,
      duplicate: { reason: 'photoAgain', earlier: [receptionNumberOf(sampleStationCode, 1)] },
    });
  });

  it('does not take the very same envelope, whose first answer was lost, for a duplicate', async () => {
    await giveKeys(1);
    const duplicateTag = { tag: await clearTag(), keyVersion: 1 };
    await queue.append(sealedSample(1, { duplicateTag, envelopeId: samples.sampleEnvelopeId }));
    expect(await checkDuplicate(sampleApplicationId, ports().queue)).toMatchObject({ kind: 'clear' });
  });

  it('lets everything through on a station without keys, and asks nobody', async () => {
    await giveKeys();
    expect(await checkDuplicate(sampleApplicationId, ports().queue)).toEqual({
      kind: 'clear',
      duplicateTag: undefined,
      duplicate: undefined,
    });
    expect(await findEarlier(sampleApplicationId, 'atServer', ports())).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe('the question to the server', () => {
  it('holds the tags under every key, never the ID, and what comes back is of other tablets', async () => {
    await giveKeys(2, 1);
    const { receptionNumber, openingId, day } = samples.sampleDocument();
    const facts = { envelopeId: samples.otherEnvelopeId, receptionNumber, openingId, day };
    answer = { kind: 'answered', earlier: [{ ...facts, sealedAt: '2026-11-20T01:42:00.000Z' }] };
    expect(await findEarlier(sampleApplicationId, 'atServer', ports())).toEqual([
      { ...facts, sealedAtMs: Date.parse('2026-11-20T01:42:00.000Z'), isOfThisTablet: false },
    ]);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toHaveLength(2);
    expect(new Set(asked[0]).size).toBe(2);
    expect(JSON.stringify(asked)).not.toContain(sampleApplicationId);
  });

  it('without an answer finds nothing, and never rejects', async () => {
    await giveKeys(1);
    for (const kind of ['offline', 'unreachable', 'notOurServer'] as const) {
      answer = { kind };
      expect(await findEarlier(sampleApplicationId, 'atServer', ports())).toEqual([]);
    }
    const broken = { queue: { entriesWithTag: () => Promise.reject(new Error('storage')) }, api: {} };
    expect(await findEarlier(sampleApplicationId, 'here', broken as unknown as TabletPorts)).toEqual([]);
  });
});
