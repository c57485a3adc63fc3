import { crc32 } from './crc-32';
import { zipMarks, zipRecordBytes } from './stored-zip';

/** A file that is read piece by piece; a read beyond its end gives fewer bytes. */
export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** `torn`: it goes on beyond the file's end. `unsupported`: packed by a tool in a way that is not read here. */
export type EntryDamage = 'torn' | 'altered' | 'unsupported';

export type ScannedEntry =
  | { readonly kind: 'entry'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Without a name where not even that can be read. */
  | { readonly kind: 'damaged'; readonly name: string | undefined; readonly damage: EntryDamage };

/**
 * Reads the entries of a ZIP in the order in which they lie, without its directory, one in memory at a time. What
 * cannot be read is told and gone past: the next entry is looked for by its mark, so a torn or altered file gives
 * everything that is whole in it. `limitOf` says how large an entry of a name may be; undefined for any that no
 * one wants.
 */
export async function* scanZip(
  source: ByteSource,
  limitOf: (name: string) => number | undefined,
): AsyncGenerator<ScannedEntry, void, undefined> {
  let offset = 0;
  while (offset < source.size) {
    const head = await readHead(source, offset);
    if (head === 'end') return;
    const read = head ? await readEntry(source, head, limitOf(head.name)) : damaged(undefined, 'altered');
    yield read;
    // The checksum of no bytes holds wherever they are said to lie: the next entry must be looked for.
    if (head && read.kind === 'entry' && head.size > 0) offset = head.dataAt + head.size;
    else {
      const next = await findMark(source, offset + 1);
      if (next === undefined) return;
      offset = next;
    }
  }
}

interface Head {
  readonly name: string;
  readonly isStored: boolean;
  readonly crc: number;
  readonly size: number;
  readonly dataAt: number;
}

/** Undefined where no entry begins here. */
async function readHead(source: ByteSource, offset: number): Promise<Head | 'end' | undefined> {
  const fixed = await source.read(offset, zipRecordBytes.entry);
  if (fixed.byteLength < 4) return undefined;
  const view = new DataView(fixed.buffer, fixed.byteOffset, fixed.byteLength);
  const mark = view.getUint32(0, true);
  if (mark === zipMarks.directory || mark === zipMarks.end) return 'end';
  if (mark !== zipMarks.entry || fixed.byteLength < zipRecordBytes.entry) return undefined;
  const [flags, method] = [view.getUint16(6, true), view.getUint16(8, true)];
  const [packed, size] = [view.getUint32(18, true), view.getUint32(22, true)];
  const [nameBytes, extraBytes] = [view.getUint16(26, true), view.getUint16(28, true)];
  const name = await source.read(offset + zipRecordBytes.entry, nameBytes);
  // Bit 3: sizes stand behind the bytes; bit 0: under a password.
  const isStored = method === 0 && (flags & 9) === 0 && packed === size;
  const dataAt = offset + zipRecordBytes.entry + nameBytes + extraBytes;
  return { name: new TextDecoder().decode(name), isStored, crc: view.getUint32(14, true), size: packed, dataAt };
}

async function readEntry(source: ByteSource, head: Head, limit: number | undefined): Promise<ScannedEntry> {
  const { name, isStored, crc, size, dataAt } = head;
  if (dataAt + size > source.size) return damaged(name, 'torn');
  if (!isStored || limit === undefined) return damaged(name, 'unsupported');
  if (size > limit) return damaged(name, 'altered');
  const bytes = await source.read(dataAt, size);
  return bytes.byteLength === size && crc32(bytes) === crc ? { kind: 'entry', name, bytes } : damaged(name, 'altered');
}

function damaged(name: string | undefined, damage: EntryDamage): ScannedEntry {
  return { kind: 'damaged', name, damage };
}

const windowBytes = 64 * 1024;

/** Where the next entry or the directory begins, at `from` or later. */
async function findMark(source: ByteSource, from: number): Promise<number | undefined> {
  // Windows overlap, so that no mark is missed between two of them.
  for (let at = from; at + 4 <= source.size; at += windowBytes - 3) {
    const bytes = await source.read(at, windowBytes);
    for (let index = bytes.indexOf(0x50); index !== -1; index = bytes.indexOf(0x50, index + 1)) {
      if (isMark(bytes, index)) return at + index;
    }
  }
  return undefined;
}

function isMark(bytes: Uint8Array, at: number): boolean {
  if (at + 4 > bytes.byteLength) return false;
  const mark = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true);
  return mark === zipMarks.entry || mark === zipMarks.directory;
}
