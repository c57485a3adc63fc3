import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsPersonalNumber } from '../../../src/domain/form/form-qr';
import { parseReceptionNumber, receptionNumberOf } from '../../../src/domain/submission/reception-number';
import { parseStationCode, type StationCode, stationKana } from '../../../src/domain/submission/station-code';

const kana = Array.from(stationKana);
const stations = fc
  .tuple(fc.constantFrom(...kana), fc.integer({ min: 0, max: 99 }))
  .map(([first, number]) => parseStationCode(first + String(number).padStart(2, '0')) as StationCode);
const sequences = fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 99_999_999 }));
const numbers = fc.tuple(stations, sequences).map(([station, sequence]) => receptionNumberOf(station, sequence));
const characters = [...kana, ...Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ- ')];

describe('a reception number', () => {
  it('is the station, the counter and a check character', () => {
    const station = parseStationCode('み02') as StationCode;
    expect(receptionNumberOf(station, 28)).toMatch(/^み02-0028-[0-9A-Y]$/);
    expect(receptionNumberOf(station, 12_345)).toMatch(/^み02-12345-[0-9A-Y]$/);
  });

  it('comes back as typed: without hyphens, in full width, small, with spaces or the long vowel mark', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const fullWidth = number.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        const typed = [number, number.replaceAll('-', ''), number.toLowerCase(), fullWidth];
        const dashed = [' ', '　', 'ー', '−', '‐'].map((dash) => number.replaceAll('-', dash));
        for (const text of [...typed, ...dashed, ` ${number} `]) expect(parseReceptionNumber(text)).toBe(number);
      }),
    );
  });

  it('shows every single wrong character', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const accepted = [...number].flatMap((right, at) =>
          characters
            .filter((wrong) => wrong !== right && !(right === '-' && wrong === ' '))
            .map((wrong) => number.slice(0, at) + wrong + number.slice(at + 1))
            .filter((text) => parseReceptionNumber(text) !== undefined),
        );
        expect(accepted).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('shows every swap of neighbours, hyphens written or not', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const accepted = [number, number.replaceAll('-', '')].flatMap((text) =>
          [...text]
            .map((_, at) => text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2))
            .filter((swapped) => swapped !== text && parseReceptionNumber(swapped) !== undefined),
        );
        expect(accepted).toEqual([]);
      }),
    );
  });

  it('is never twelve digits, and never taken for such', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(number.replace(/\D/g, '').length).toBeLessThan(12);
        expect(holdsPersonalNumber(number)).toBe(false);
      }),
    );
  });

  it('exists for whole sequences that leave room for the check', () => {
    const station = parseStationCode('あ01') as StationCode;
    for (const sequence of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 100_000_000]) {
      expect(() => receptionNumberOf(station, sequence)).toThrow(RangeError);
    }
    expect(parseReceptionNumber(receptionNumberOf(station, 99_999_999))).toBeDefined();
  });

  it('is nothing else, whatever is typed', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[あみ]\d{2}-?\d{0,12}-?[0-9A-Z]?$/));
    fc.assert(
      fc.property(texts, (text) => {
        const number = parseReceptionNumber(text);
        if (number !== undefined) expect(parseReceptionNumber(number)).toBe(number);
      }),
      { numRuns: 1000 },
    );
    expect(parseReceptionNumber('あ01-0000-0')).toBeUndefined();
  });
});
