import { crc32 } from './crc-32';

/** Marks at the head of each record of a ZIP (APPNOTE 4.3). */
export const zipMarks = { entry: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 } as const;
/** Bytes before the name (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
export const zipRecordBytes = { entry: 30, directory: 46, end: 22 } as const;

const version = 10;
/** 1980-01-01: when a file was made stands in the signed index, not in its container. */
const dosDate = 0x21;

interface Written {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * Writes a ZIP without compression, entry by entry, and keeps nothing but names and places. Sizes stand before the
 * bytes, so that of a torn file every whole entry can still be read.
 */
export class StoredZip {
  readonly #written: Written[] = [];
  #length = 0;

  /** One entry, as the chunks to write: its bytes are passed on as they are. */
  entry(entryName: string, bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
    const name = new TextEncoder().encode(entryName);
    const written = { name, crc: crc32(bytes), size: bytes.byteLength, offset: this.#length };
    this.#written.push(written);
    const head = record(zipRecordBytes.entry, name, (view) => {
      view.setUint32(0, zipMarks.entry, true);
      view.setUint16(4, version, true);
      writeFacts(view, 10, written);
    });
    this.#length += head.byteLength + bytes.byteLength;
    return [head, bytes];
  }

  /** The directory that ends the file. */
  end(): readonly Uint8Array<ArrayBuffer>[] {
    const directory = this.#written.map((written) =>
      record(zipRecordBytes.directory, written.name, (view) => {
        view.setUint32(0, zipMarks.directory, true);
        view.setUint16(4, version, true);
        view.setUint16(6, version, true);
        writeFacts(view, 12, written);
        view.setUint32(42, written.offset, true);
      }),
    );
    const count = this.#written.length;
    const end = record(zipRecordBytes.end, new Uint8Array(0), (view) => {
      view.setUint32(0, zipMarks.end, true);
      view.setUint16(8, count, true);
      view.setUint16(10, count, true);
      view.setUint32(
        12,
        directory.reduce((sum, { byteLength }) => sum + byteLength, 0),
        true,
      );
      view.setUint32(16, this.#length, true);
    });
    return [...directory, end];
  }
}

/** What an entry of this name adds to a file beside its own bytes. */
export function zipEntryOverhead(entryName: string): number {
  return zipRecordBytes.entry + zipRecordBytes.directory + 2 * entryName.length;
}

/** Time, date, checksum, both sizes and the name's length stand in the same order in both records. */
function writeFacts(view: DataView, at: number, { name, crc, size }: Written): void {
  view.setUint16(at + 2, dosDate, true);
  view.setUint32(at + 4, crc, true);
  view.setUint32(at + 8, size, true);
  view.setUint32(at + 12, size, true);
  view.setUint16(at + 16, name.byteLength, true);
}

function record(fixed: number, name: Uint8Array, write: (view: DataView) => void): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fixed + name.byteLength);
  write(new DataView(bytes.buffer));
  bytes.set(name, fixed);
  return bytes;
}
