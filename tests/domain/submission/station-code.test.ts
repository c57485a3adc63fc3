import { describe, expect, it } from 'vitest';
import { parseStationCode, stationKana } from '../../../src/domain/submission/station-code';

describe('a station code', () => {
  it('begins with one of 31 kana, each once', () => {
    expect(new Set(stationKana).size).toBe(31);
    expect(Array.from(stationKana)).toHaveLength(31);
    expect(stationKana).toMatch(/^[ぁ-ん]+$/);
  });

  it('is a kana and two digits', () => {
    expect(parseStationCode('み02')).toBe('み02');
    for (const text of ['', 'み2', 'み002', 'A02', 'を02', 'み０２', 'み02\n', '02'])
      expect(parseStationCode(text)).toBeUndefined();
  });
});
