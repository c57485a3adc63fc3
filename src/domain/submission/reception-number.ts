import type { Brand } from '../brand';
import { parseStationCode, type StationCode, stationKana } from './station-code';

/**
 * 受付番号: station code, counter, check character: み02-0028-L. Made on the tablet at seal; what the resident
 * takes home. It holds at most eleven digits and a kana always, so it is never taken for a 個人番号.
 */
export type ReceptionNumber = Brand<string, 'ReceptionNumber'>;

/** Digits and the capitals that cannot be mistaken for one of them (no I, O, Q, S, Z): 31 characters, a prime. */
const checkCharacters = '0123456789ABCDEFGHJKLMNPRTUVWXY';

const largestSequence = 99_999_999;

/** Makes the number of a station's nth envelope; `sequence` is a whole number from 1 to 99,999,999. */
export function receptionNumberOf(station: StationCode, sequence: number): ReceptionNumber {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > largestSequence) throw new RangeError('no such sequence');
  const counter = String(sequence).padStart(4, '0');
  return `${station}-${counter}-${checkCharacter(station, counter)}` as ReceptionNumber;
}

/**
 * Reads a reception number as written by hand or typed: full width and small letters accepted, and any dash or
 * a space between its parts. Both separators or none, and each one sign: else a character was mistaken for one.
 */
export function parseReceptionNumber(text: string): ReceptionNumber | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .trim()
    .replace(/[\s\p{Dash}ー]/gu, '-');
  const match = /^(.\d{2})(-?)(\d{4,8})\2([0-9A-Z])$/u.exec(plain);
  const [, code = '', , counter = '', check = ''] = match ?? [];
  const station = parseStationCode(code);
  if (!station || Number(counter) === 0) return undefined;
  const number = receptionNumberOf(station, Number(counter));
  return number === `${station}-${counter}-${check}` ? number : undefined;
}

/** Which of its station's envelopes a reception number is of. */
export function sequenceOf(number: ReceptionNumber): number {
  return Number(number.split('-')[1]);
}

/** Weighted sum modulo 31: weights differ by position, so single errors and swaps of neighbours change it. */
function checkCharacter(station: StationCode, counter: string): string {
  const values = [stationKana.indexOf(station.charAt(0)), ...`${station.slice(1)}${counter}`].map(Number);
  const sum = values.reduce((total, value, index) => total + value * (index + 2), 0);
  return checkCharacters.charAt(sum % checkCharacters.length);
}
