import type { PostalAddress } from './postal-address';

/*
 * All postal codes as one text, made by the build:
 *
 *   東京都⇥千代田区          municipalities, one a line; they are numbered from 0
 *   東京都⇥大島町
 *                            an empty line
 *   #100                     first three digits of a code
 *   0001@0 千代田            the other four, the municipality's number in base 36, its towns with commas between
 *   0002 皇居外苑            as above, in the same municipality as the line before
 *   60@0 霞が関ビル          two digits: whatever the last two are
 *   0100@1 ,元町             the municipality itself is one of the choices
 *   0303@0 天沼@1 大谷       of two municipalities
 */

/** The addresses that seven digits stand for, in the list's order; none where the list does not know them. */
export function lookUpPostalCode(table: string, digits: string): readonly PostalAddress[] {
  const [area, rest] = [digits.slice(0, 3), digits.slice(3)];
  let municipality = '';
  for (const line of linesOf(table, area)) {
    const [, code = '', content = ''] = /^(\d+)(.*)$/u.exec(line) ?? [];
    const isSought = code === rest || code === rest.slice(0, 2);
    const parts = content.split('@').map((part) => part.split(' '));
    const found = parts.flatMap(([number = '', towns]) => {
      if (towns === undefined) return [];
      municipality = number || municipality;
      return isSought ? towns.split(',').map((town) => ({ municipality, town })) : [];
    });
    if (isSought) return found.map(({ municipality: number, town }) => addressOf(table, number, town));
  }
  return [];
}

function linesOf(table: string, area: string): readonly string[] {
  const start = table.indexOf(`\n#${area}\n`);
  if (start < 0) return [];
  const from = start + area.length + 3;
  const end = table.indexOf('\n#', from);
  return table.slice(from, end < 0 ? undefined : end).split('\n');
}

function addressOf(table: string, number: string, town: string): PostalAddress {
  const line = table.slice(0, table.indexOf('\n\n')).split('\n')[Number.parseInt(number, 36)] ?? '';
  const [prefecture = '', city = ''] = line.split('\t');
  return { prefecture, city, town };
}
