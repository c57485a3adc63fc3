import { parseStationCode, type StationCode, stationKana } from '../../domain/submission/station-code';

const firstKana = 'み';

/** All station codes in the order in which they are given: み01 … み99, then む, then round from あ. */
function* codesInOrder(): Generator<StationCode> {
  const start = stationKana.indexOf(firstKana);
  for (const kana of stationKana.slice(start) + stationKana.slice(0, start)) {
    for (let number = 1; number <= 99; number += 1) {
      const code = parseStationCode(`${kana}${String(number).padStart(2, '0')}`);
      if (code) yield code;
    }
  }
}

/** The first code that no station has, had or may still take; undefined where all are gone. */
export function findFreeStationCode(taken: ReadonlySet<string>): StationCode | undefined {
  for (const code of codesInOrder()) if (!taken.has(code)) return code;
  return undefined;
}
