import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/queue/database';
import { databaseRosterStore } from '../../../src/queue/rosters/database-roster-store';
import type { FetchedRoster, RosterStore } from '../../../src/queue/rosters/roster-store';

const roster = (letter: string, openingId = 'opening-1'): FetchedRoster => ({
  openingId,
  digest: letter.repeat(43),
  size: 10,
  armored: `sealed ${letter}`,
  destroyAtMs: 100,
});

describe('rosters on a tablet', () => {
  let name: string;
  let store: RosterStore;
  beforeEach(() => {
    name = `rosters-${uuidv7()}`;
    store = databaseRosterStore(openDatabase(name));
  });

  it('survive a restart with their marks, which are numbers and states and nothing else', async () => {
    await store.keepRoster(roster('A'));
    await store.mark(roster('A'), 3, 'arrived');
    await store.mark(roster('A'), 7, 'declined');
    await store.mark(roster('A'), 3, 'sealed');
    await store.mark(roster('A'), 7, undefined);
    await store.keepRoster(roster('A'));
    const found = await databaseRosterStore(openDatabase(name)).findRoster('opening-1');
    expect(found).toEqual({ ...roster('A'), checkIns: [[3, 'sealed']] });
  });

  it('never take back that somebody has applied', async () => {
    await store.keepRoster(roster('A'));
    await store.mark(roster('A'), 1, 'sealed');
    expect(await store.mark(roster('A'), 1, 'arrived')).toEqual(new Map([[1, 'sealed']]));
    expect(await store.mark(roster('A'), 1, undefined)).toEqual(new Map([[1, 'sealed']]));
  });

  it('give the marks of one file to no other', async () => {
    await store.keepRoster(roster('A'));
    await store.mark(roster('A'), 1, 'arrived');
    await store.keepRoster(roster('B'));
    expect((await store.findRoster('opening-1'))?.checkIns).toEqual([]);
    expect(await store.mark(roster('A'), 1, 'arrived')).toEqual(new Map());
    expect((await store.findRoster('opening-1'))?.checkIns).toEqual([]);
  });

  it('that were destroyed hold nothing, and do not come back; a new file does', async () => {
    await store.keepRoster(roster('A'));
    await store.mark(roster('A'), 1, 'arrived');
    await store.destroyRoster('opening-1');
    await store.keepRoster(roster('A'));
    expect(await store.findRoster('opening-1')).toMatchObject({ armored: undefined, checkIns: [] });
    expect(await store.mark(roster('A'), 1, 'arrived')).toEqual(new Map());
    await store.keepRoster(roster('B'));
    expect((await store.findRoster('opening-1'))?.armored).toBe('sealed B');
  });

  it('are kept apart by opening and forgotten one by one', async () => {
    await store.keepRoster(roster('A'));
    await store.keepRoster(roster('B', 'opening-2'));
    await store.forgetRoster('opening-1');
    await store.destroyRoster('opening-3');
    expect((await store.listRosters()).map(({ openingId }) => openingId)).toEqual(['opening-2']);
  });
});
