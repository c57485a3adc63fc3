import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findRuns } from './find-runs';
import { needlesOf } from './needle';
import { NeedleIndex } from './needle-index';
import { secretsOf } from './secrets-of';
import { layersOf } from './storage/layers';

const resident = {
  name: '見本 凜太朗左衛門',
  mail: 'zkqwv.hbtyf-7xj@pqvzkj.example',
  applicationId: '90817263544536271809012',
  birthDate: '1970-03-21',
};
const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xda]), randomBytes(30_000)]);
const index = new NeedleIndex(needlesOf(secretsOf(resident, photo)));

function namesFound(bytes: Buffer): string[] {
  // No digit: beside one, a date is part of a longer number.
  const border = Buffer.of(0xff);
  const surrounded = Buffer.concat([randomBytes(300), border, bytes, border, randomBytes(300)]);
  return [...new Set(findRuns(index, surrounded).map((find) => find.secret))];
}

describe('findRuns', () => {
  test.each(['utf8', 'utf16le'] as const)('finds parts of every text in %s', (encoding) => {
    expect(namesFound(Buffer.from('凜太朗左', encoding))).toEqual(['name']);
    expect(namesFound(Buffer.from('wv.hbt', encoding))).toEqual(['mail']);
    expect(namesFound(Buffer.from('35445362', encoding))).toEqual(['applicationId']);
    expect(namesFound(Buffer.from('1726 354', encoding))).toEqual(['applicationId']);
    expect(namesFound(Buffer.from(' 昭和45 ', encoding))).toEqual(['birthDate']);
    expect(namesFound(Buffer.from('"450321"', encoding))).toEqual(['birthDate']);
    expect(namesFound(Buffer.from('1970-03-21', encoding))).toEqual(['birthDate']);
  });

  test('finds UTF-16 in either byte order', () => {
    expect(namesFound(Buffer.from('見本 凜', 'utf16le').swap16())).toEqual(['name']);
  });

  test('finds 64 bytes of the photo from any place in it, and its base64 text', () => {
    for (const from of [700, 701, 733, 29_900]) expect(namesFound(photo.subarray(from, from + 64))).toEqual(['photo']);
    expect(namesFound(Buffer.from(photo.toString('base64').slice(9000, 9090)))).toEqual(['photo in base64']);
  });

  test('takes short runs of different parts near each other for a find, but not one alone nor one twice', () => {
    expect(namesFound(Buffer.from('..zkqwv..........f-7xj@..'))).toEqual(['mail']);
    expect(namesFound(Buffer.from('..zkqw..'))).toEqual([]);
    expect(namesFound(Buffer.from('__zkqwv__________zkqwv__'))).toEqual([]);
    expect(namesFound(Buffer.from('9081.72635'))).toEqual([]);
  });

  test('leaves longer numbers, flat areas and a stranger alone', () => {
    expect(namesFound(Buffer.from('14503217'))).toEqual([]);
    expect(namesFound(Buffer.alloc(500, 0x28))).toEqual([]);
    expect(namesFound(Buffer.from('見本 花子 hanako.mihon@example.jp 1971-03-21 90817001234567890817'))).toEqual([]);
  });

  test('looks into compressed HTTP bodies', () => {
    const member = gzipSync(resident.name.repeat(9));
    const layers = [...layersOf('entry_0', Buffer.concat([Buffer.from('head'), member, Buffer.from('tail')]))];
    expect(layers.map(({ form, bytes }) => [form, namesFound(bytes)])).toEqual([
      ['file', []],
      ['encodedBody', ['name']],
    ]);
  });
});
