import { decompressSnappy } from './snappy';
import { readVarint } from './varint';

const footerBytes = 48;
const magic = Buffer.from('57fb808b247547db', 'hex');
const snappyBlock = 1;

export interface TableEntry {
  /** Whole, although blocks store only what differs from the key before. */
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/**
 * The entries of a LevelDB table (.ldb), its blocks decompressed: leveldb/doc/table_format.md. Undefined where the
 * file is no whole table, as after a kill while it was written.
 */
export function readTableEntries(table: Uint8Array): TableEntry[] | undefined {
  const footer = table.subarray(-footerBytes);
  if (footer.length < footerBytes || !magic.equals(footer.subarray(-magic.length))) return undefined;
  const metaIndex = readHandle(footer, 0);
  const index = metaIndex && readHandle(footer, metaIndex.next);
  if (!index) return undefined;
  return readBlock(table, index).flatMap(({ value }) => {
    const handle = readHandle(value, 0);
    return handle ? readBlock(table, handle) : [];
  });
}

interface BlockHandle {
  readonly offset: number;
  readonly size: number;
}

function readHandle(bytes: Uint8Array, at: number): (BlockHandle & { readonly next: number }) | undefined {
  const offset = readVarint(bytes, at);
  const size = offset && readVarint(bytes, offset.next);
  return size && { offset: offset.value, size: size.value, next: size.next };
}

function readBlock(table: Uint8Array, { offset, size }: BlockHandle): TableEntry[] {
  const stored = table.subarray(offset, offset + size);
  const block = table[offset + size] === snappyBlock ? decompressSnappy(stored) : stored;
  return block ? readEntries(block) : [];
}

function readEntries(block: Uint8Array): TableEntry[] {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  if (block.length < 4) return [];
  const end = block.length - 4 - 4 * view.getUint32(block.length - 4, true);
  const entries: TableEntry[] = [];
  let key: Uint8Array = new Uint8Array(0);
  let at = 0;
  while (at < end) {
    const shared = readVarint(block, at);
    const unshared = shared && readVarint(block, shared.next);
    const length = unshared && readVarint(block, unshared.next);
    if (!length) return entries;
    const valueAt = length.next + unshared.value;
    key = Buffer.concat([key.subarray(0, shared.value), block.subarray(length.next, valueAt)]);
    entries.push({ key, value: block.subarray(valueAt, valueAt + length.value) });
    at = valueAt + length.value;
  }
  return entries;
}
