import type { Brand } from '../brand';

/**
 * The kana that begin a station's code. 31 of them, a prime, so that the check character of a reception
 * number catches every wrong or swapped character; those that look alike in handwriting are left out.
 */
export const stationKana = 'あいうえおかきくけこさしすせそたちつてとなにのはひふへほまみむ';

/** A station's short name in reception numbers: a kana and two digits, for example み02. */
export type StationCode = Brand<string, 'StationCode'>;

export function parseStationCode(text: string): StationCode | undefined {
  const isCode = /^.\d{2}$/u.test(text) && stationKana.includes(text.charAt(0));
  return isCode ? (text as StationCode) : undefined;
}
