import type { Brand } from '../brand';

/** 全国地方公共団体コード: six digits, the last a check digit (自治省通知 1968, JIS X 0401/0402). */
export type MunicipalityCode = Brand<string, 'MunicipalityCode'>;

/** Reads a six-digit municipality code; undefined where its check digit is wrong. */
export function parseMunicipalityCode(text: string): MunicipalityCode | undefined {
  if (!/^\d{6}$/.test(text)) return undefined;
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  const check = (11 - (sum % 11)) % 10;
  return check === Number(text[5]) ? (text as MunicipalityCode) : undefined;
}

/** Whom to ask, with the municipality's name where the words do not begin with it: 見本市役所 市民課. */
export function contactOf({ name, contact }: { readonly name: string; readonly contact: string }): string {
  return contact.startsWith(name) ? contact : `${name} ${contact}`.trim();
}
