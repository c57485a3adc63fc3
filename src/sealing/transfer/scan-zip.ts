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
 * Reads the entries of a ZIP in the order in which they lie, one in memory at a time. Its directory is not believed, nor
 * that the file ends with it: a mark may be altered, and parts may be joined into one file. What cannot be read is told
 * and gone past: the next record is looked for by its mark, so a torn or altered file gives everything that is whole
 * in it. `limitOf` says how large an entry of a name may be; undefined for any that no one wants.
 */
export async function* scanZip(
  source: ByteSource,
  limitOf: (name: string) => number | undefined,
): AsyncGenerator<ScannedEntry, void, undefined> {
  let offset: number | undefined = 0;
  while (offset !== undefined && offset < source.size) {
    const record: ZipRecord | undefined = await readRecord(source, offset);
    const read = record?.kind === 'entry' ? await readEntry(source, record, limitOf(record.name)) : undefined;
    // The checksum of no bytes holds wherever they are said to lie: the next record must be looked for.
    const isPassed: boolean = read?.kind === 'entry' && read.bytes.byteLength > 0;
    const next: number | undefined = isPassed ? record?.endsAt : await findMark(source, offset + 1);
    if (read) yield read;
    else if (isGap(record, next)) yield damaged(undefined, 'altered');
    offset = next;
  }
}

/** Whether something lies here that is no record. A directory may end the file anyhow: all entries came before it. */
function isGap(record: ZipRecord | undefined, next: number | undefined): boolean {
  return !record || (next !== undefined && next !== record.endsAt);
}

/** Of the directory and its end no more is read than how long they are. */
type ZipRecord = Head | { readonly kind: 'directory'; readonly endsAt: number };

interface Head {
  readonly kind: 'entry';
  readonly name: string;
  readonly isStored: boolean;
  readonly crc: number;
  readonly size: number;
  readonly dataAt: number;
  readonly endsAt: number;
}

/** Undefined where no record begins here. */
async function readRecord(source: ByteSource, offset: number): Promise<ZipRecord | undefined> {
  const read = await source.read(offset, zipRecordBytes.directory);
  // A torn record has zeros for what it lacks.
  const fixed = new Uint8Array(zipRecordBytes.directory);
  fixed.set(read);
  const view = new DataView(fixed.buffer);
  const lengthAt = (at: number): number => view.getUint16(at, true);
  switch (view.getUint32(0, true)) {
    case zipMarks.entry:
      return read.byteLength < zipRecordBytes.entry ? undefined : readHead(source, offset, view);
    case zipMarks.directory:
      return { kind: 'directory', endsAt: offset + zipRecordBytes.directory + lengthAt(28) + lengthAt(30) + lengthAt(32) };
    case zipMarks.end:
      return { kind: 'directory', endsAt: offset + zipRecordBytes.end + lengthAt(20) };
    default:
      return undefined;
  }
}

async function readHead(source: ByteSource, offset: number, view: DataView): Promise<Head> {
  const [flags, method] = [view.getUint16(6, true), view.getUint16(8, true)];
  const [packed, size] = [view.getUint32(18, true), view.getUint32(22, true)];
  const [nameBytes, extraBytes] = [view.getUint16(26, true), view.getUint16(28, true)];
  const bytes = await source.read(offset + zipRecordBytes.entry, nameBytes);
  const name = new TextDecoder().decode(bytes);
  // Bit 3: sizes stand behind the bytes; bit 0: under a password.
  const isStored = method === 0 && (flags & 9) === 0 && packed === size;
  const dataAt = offset + zipRecordBytes.entry + nameBytes + extraBytes;
  const endsAt = dataAt + packed;
  return { kind: 'entry', name, isStored, crc: view.getUint32(14, true), size: packed, dataAt, endsAt };
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
/** The records of a directory lie close together: for the next of them no whole window is read. */
const firstWindowBytes = 256;

/** Where the next record begins, at `from` or later. */
async function findMark(source: ByteSource, from: number): Promise<number | undefined> {
  let length = firstWindowBytes;
  // Windows overlap, so that no mark is missed between two of them.
  for (let at = from; at + 4 <= source.size; at += length - 3, length = windowBytes) {
    const bytes = await source.read(at, length);
    for (let index = bytes.indexOf(0x50); index !== -1; index = bytes.indexOf(0x50, index + 1)) {
      if (isMark(bytes, index)) return at + index;
    }
  }
  return undefined;
}

const marks: readonly number[] = Object.values(zipMarks);

function isMark(bytes: Uint8Array, at: number): boolean {
  if (at + 4 > bytes.byteLength) return false;
  return marks.includes(new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true));
}
