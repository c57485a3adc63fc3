import { compress } from 'snappyjs';
import { describe, expect, test } from 'vitest';
import { readLogRecords } from './leveldb-log';
import { readTableEntries } from './leveldb-table';

/** A fragment of a log as LevelDB writes it; the checksum, which the reader does not look at, is zero. */
function fragment(type: number, bytes: Buffer): Buffer {
  const header = Buffer.alloc(7);
  header.writeUInt16LE(bytes.length, 4);
  header.writeUInt8(type, 6);
  return Buffer.concat([header, bytes]);
}

describe('readLogRecords', () => {
  test('joins a record that passes the border of two blocks', () => {
    const text = Buffer.from('見本 凜太朗'.repeat(4000));
    const room = 32 * 1024 - 7;
    const log = Buffer.concat([
      fragment(2, text.subarray(0, room)),
      fragment(3, text.subarray(room, 2 * room)),
      fragment(4, text.subarray(2 * room)),
      fragment(1, Buffer.from('next')),
    ]);
    expect(log.includes(text)).toBe(false);
    expect(readLogRecords(log).map((record) => Buffer.from(record).equals(text))).toEqual([true, false]);
  });

  test('returns an unfinished record as far as it goes and skips preallocated zeros', () => {
    const log = Buffer.concat([fragment(1, Buffer.from('whole')), fragment(2, Buffer.from('only its begin')), Buffer.alloc(500)]);
    expect(readLogRecords(log).map((record) => Buffer.from(record).toString())).toEqual(['whole', 'only its begin']);
  });
});

function varint(value: number): Buffer {
  return value < 128 ? Buffer.from([value]) : Buffer.concat([Buffer.from([(value & 127) | 128]), varint(value >>> 7)]);
}

type Row = readonly [shared: number, rest: string, value: Buffer];

function block(rows: readonly Row[]): Buffer {
  const entries = rows.map(([shared, rest, value]) =>
    Buffer.concat([varint(shared), varint(Buffer.byteLength(rest)), varint(value.length), Buffer.from(rest), value]),
  );
  const restarts = Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]);
  return Buffer.concat([...entries, restarts]);
}

/** A table of one compressed block, built by the format's description. */
function table(rows: readonly Row[]): Buffer {
  const packed = Buffer.from(compress(block(rows)));
  const dataBlock = Buffer.concat([packed, Buffer.from([1, 0, 0, 0, 0])]);
  const plainIndex = block([[0, 'zzz', Buffer.concat([varint(0), varint(packed.length)])]]);
  const indexBlock = Buffer.concat([plainIndex, Buffer.from([0, 0, 0, 0, 0])]);
  const handles = Buffer.concat([varint(0), varint(0), varint(dataBlock.length), varint(plainIndex.length)]);
  const footer = Buffer.concat([handles, Buffer.alloc(40 - handles.length), Buffer.from('57fb808b247547db', 'hex')]);
  return Buffer.concat([dataBlock, indexBlock, footer]);
}

describe('readTableEntries', () => {
  test('decompresses blocks and completes keys that share a beginning', () => {
    const value = Buffer.from('invented '.repeat(50));
    const entries =
      readTableEntries(
        table([
          [0, 'applicant-1', value],
          [10, '2', Buffer.from('two')],
        ]),
      ) ?? [];
    expect(entries.map(({ key }) => Buffer.from(key).toString())).toEqual(['applicant-1', 'applicant-2']);
    expect(entries.map((entry) => Buffer.from(entry.value).toString())).toEqual([value.toString(), 'two']);
  });

  test('is undefined for a table whose footer was never written', () => {
    expect(readTableEntries(table([[0, 'a', Buffer.from('b')]]).subarray(0, -9))).toBeUndefined();
  });
});
