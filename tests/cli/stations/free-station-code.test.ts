import { expect, test } from 'vitest';
import { findFreeStationCode } from '../../../src/cli/stations/free-station-code';
import { stationKana } from '../../../src/domain/submission/station-code';

const allOf = (kana: string): readonly string[] =>
  Array.from({ length: 99 }, (_, index) => `${kana}${String(index + 1).padStart(2, '0')}`);

test('codes are given in order from み01, then む, then round from あ, until all are gone', () => {
  const taken = new Set<string>();
  expect(findFreeStationCode(taken)).toBe('み01');
  for (const code of allOf('み')) taken.add(code);
  expect(findFreeStationCode(taken)).toBe('む01');
  for (const code of allOf('む')) taken.add(code);
  expect(findFreeStationCode(taken)).toBe('あ01');
  for (const code of Array.from(stationKana).flatMap(allOf)) taken.add(code);
  expect(findFreeStationCode(taken)).toBeUndefined();
});

test('a gap is filled', () => {
  expect(findFreeStationCode(new Set(['み01', 'み03']))).toBe('み02');
});
