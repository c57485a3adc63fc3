import type { Brand } from '../brand';
import { parseStationCode, type StationCode, stationKana } from './station-code';

/**
 * 受付番号: station code, counter, check character: み02-0028-7. Made on the tablet at seal; what the resident
 * takes home. It holds at most nine digits in practice and a kana always, so it is never taken for a 個人番号.
 */
export type ReceptionNumber = Brand<string, 'ReceptionNumber'>;

/** Digits and the capitals that cannot be mistaken for one of them (no I, O, Q, S, Z): 31 characters, a prime. */
const checkCharacters = '0123456789ABCDEFGHJKLMNPRTUVWXY';

/** Makes the number of a station's nth envelope; `sequence` is a whole number from 1. */
export function receptionNumberOf(station: StationCode, sequence: number): ReceptionNumber {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError('sequence starts at 1');
  const counter = String(sequence).padStart(4, '0');
  return `${station}-${counter}-${checkCharacter(station, counter)}` as ReceptionNumber;
}

/** Reads a reception number as written by hand or typed: hyphens optional, full width or small letters accepted. */
export function parseReceptionNumber(text: string): ReceptionNumber | undefined {
  const plain = text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  const match = /^(.\d{2})(\d{4,10})([0-9A-Z])$/u.exec(plain);
  const station = match ? parseStationCode(match[1] ?? '') : undefined;
  if (!match || !station) return undefined;
  const number = receptionNumberOf(station, Number(match[2]) || 1);
  return number === `${station}-${match[2]}-${match[3]}` ? number : undefined;
}

/** Weighted sum modulo 31: weights differ by position, so single errors and swaps of neighbours change it. */
function checkCharacter(station: StationCode, counter: string): string {
  const values = [stationKana.indexOf(station.charAt(0)), ...`${station.slice(1)}${counter}`].map(Number);
  const sum = values.reduce((total, value, index) => total + value * (index + 2), 0);
  return checkCharacters.charAt(sum % checkCharacters.length);
}
