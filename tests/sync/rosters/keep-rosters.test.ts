import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Configuration } from '../../../src/protocol/configuration';
import { openDatabase } from '../../../src/queue/database';
import { databaseRosterStore } from '../../../src/queue/rosters/database-roster-store';
import type { RosterStore } from '../../../src/queue/rosters/roster-store';
import { type NewRoster, sealRoster } from '../../../src/sealing/office/seal-roster';
import { makeStationKeys, type StationKeys } from '../../../src/sealing/station-keys';
import { keepRosters } from '../../../src/sync/rosters/keep-rosters';
import { sampleConfiguration } from '../../support/sample-application';
import { sampleRoster } from '../../support/roster/sample-roster';

const day = '2026-11-20';
const destroyAt = '2026-11-20T21:00:00Z';
const noon = Date.parse('2026-11-20T03:00:00Z');
const dayMs = 24 * 60 * 60 * 1000;

let keys: StationKeys;
let sealed: NewRoster;
let other: NewRoster;
beforeAll(async () => {
  keys = await makeStationKeys();
  [sealed, other] = [await sealRoster(sampleRoster()), await sealRoster(sampleRoster())];
});

function openingsWith(roster: NewRoster | undefined): Configuration['openings'] {
  const [opening] = sampleConfiguration().openings;
  if (!opening) throw new Error('the sample configuration has an opening');
  const planned = { ...opening, id: 'opening-1', day: day as never };
  return [roster ? { ...planned, roster: { ...roster.reference, destroyAt } } : planned];
}

describe('the rosters that a tablet holds', () => {
  let rosters: RosterStore;
  let asked: string[];
  let served: string | undefined;
  beforeEach(() => {
    rosters = databaseRosterStore(openDatabase(`keep-${uuidv7()}`));
    [asked, served] = [[], sealed.armored];
  });

  const keep = (openings: Configuration['openings'], nowMs = noon): Promise<void> => {
    const getRoster = (_keys: StationKeys, digest: string) => {
      asked.push(digest);
      return Promise.resolve(
        served === undefined ? ({ kind: 'offline' } as const) : ({ kind: 'roster', armored: served } as const),
      );
    };
    return keepRosters({ api: { getRoster }, rosters, keys, openings, nowMs });
  };
  const held = async (): Promise<string | undefined> => (await rosters.findRoster('opening-1'))?.armored;

  it('are those that the configuration names, each fetched once', async () => {
    await keep(openingsWith(sealed));
    await keep(openingsWith(sealed));
    expect([await held(), asked]).toEqual([sealed.armored, [sealed.reference.digest]]);
  });

  it('are never another file than the signed one', async () => {
    served = other.armored;
    await keep(openingsWith(sealed));
    expect(await held()).toBeUndefined();
  });

  it('go when the configuration names them no more, and are replaced by a newer one', async () => {
    await keep(openingsWith(sealed));
    served = other.armored;
    await keep(openingsWith(other));
    expect(await held()).toBe(other.armored);
    await keep(openingsWith(undefined));
    expect(await rosters.listRosters()).toEqual([]);
  });

  it('are destroyed at their time, also without a network, and not fetched again', async () => {
    await keep(openingsWith(sealed));
    served = undefined;
    await keep(openingsWith(sealed), Date.parse(destroyAt) - 1);
    expect(await held()).toBe(sealed.armored);
    await keep(openingsWith(sealed), Date.parse(destroyAt));
    expect(await held()).toBeUndefined();
    served = sealed.armored;
    await keep(openingsWith(sealed), Date.parse(destroyAt));
    await keep(openingsWith(sealed));
    expect([await held(), asked.length]).toEqual([undefined, 1]);
  });

  it('are fetched two weeks ahead and not earlier', async () => {
    await keep(openingsWith(sealed), noon - 15 * dayMs);
    expect(asked).toEqual([]);
    await keep(openingsWith(sealed), noon - 14 * dayMs);
    expect(asked).toHaveLength(1);
  });

  it('are asked for again after a network that was lost', async () => {
    served = undefined;
    await keep(openingsWith(sealed));
    served = sealed.armored;
    await keep(openingsWith(sealed));
    expect(await held()).toBe(sealed.armored);
  });
});
