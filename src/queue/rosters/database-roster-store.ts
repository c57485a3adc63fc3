import { mayBecome } from '../../domain/roster/check-in';
import type { Database } from '../database';
import type { RosterRecord, RosterStore } from './roster-store';

/** Sealed rosters in the tablet's database. */
export function databaseRosterStore(database: Database): RosterStore {
  return {
    findRoster: (openingId) => database.read(['rosters'], (transaction) => transaction.objectStore('rosters').get(openingId)),
    listRosters: () => database.read(['rosters'], (transaction) => transaction.objectStore('rosters').getAll()),
    keepRoster: (roster) =>
      database.write(['rosters'], async (transaction) => {
        const rosters = transaction.objectStore('rosters');
        const before = await rosters.get(roster.openingId);
        const isSame = before?.digest === roster.digest;
        if (isSame && before.armored === undefined) return;
        await rosters.put({ ...roster, checkIns: isSame ? before.checkIns : [] });
      }),
    destroyRoster: (openingId) =>
      database.write(['rosters'], async (transaction) => {
        const rosters = transaction.objectStore('rosters');
        const before = await rosters.get(openingId);
        if (before) await rosters.put({ ...before, armored: undefined, checkIns: [] });
      }),
    forgetRoster: (openingId) =>
      database.write(['rosters'], (transaction) => transaction.objectStore('rosters').delete(openingId)),
    mark: ({ openingId, digest }, row, state) =>
      database.write(['rosters'], async (transaction) => {
        const rosters = transaction.objectStore('rosters');
        const before = await rosters.get(openingId);
        if (before?.digest !== digest || before.armored === undefined) return new Map();
        const checkIns = marked(before, row, state);
        await rosters.put({ ...before, checkIns });
        return new Map(checkIns);
      }),
  };
}

function marked({ checkIns }: RosterRecord, row: number, state: Parameters<RosterStore['mark']>[2]): RosterRecord['checkIns'] {
  const before = checkIns.find(([candidate]) => candidate === row)?.[1];
  if (!mayBecome(before, state)) return checkIns;
  const others = checkIns.filter(([candidate]) => candidate !== row);
  return state ? [...others, [row, state]] : others;
}
