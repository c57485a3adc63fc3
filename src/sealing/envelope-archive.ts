import { unzipSync, zipSync } from 'fflate';
import { applicationEntryName, photoEntryName } from '../protocol/application-document';
import { wireLimits } from '../protocol/limits';

/** What an envelope holds: one JSON document and, where the card carries one, one photo. */
export interface EnvelopeContents {
  readonly applicationJson: Uint8Array;
  readonly photo: Uint8Array | undefined;
}

const entryLimits: ReadonlyMap<string, number> = new Map([
  [applicationEntryName, wireLimits.applicationJsonBytes],
  [photoEntryName, wireLimits.photoBytes],
]);

/** A fixed time in every archive: the time of seal is a fact of the document, not of the container. */
const archiveTime = new Date(1980, 0, 1);

/** Packs the contents into a ZIP without compression. */
export function packEnvelope({ applicationJson, photo }: EnvelopeContents): Uint8Array {
  const entries = { [applicationEntryName]: applicationJson, ...(photo && { [photoEntryName]: photo }) };
  return zipSync(entries, { level: 0, mtime: archiveTime });
}

class UnexpectedArchive extends Error {}

/**
 * Unpacks exactly the expected entries. Names, storage method and sizes are checked from the directory before
 * anything is allocated; undefined for any other archive.
 */
export function unpackEnvelope(zip: Uint8Array): EnvelopeContents | undefined {
  const seen = new Map<string, number>();
  const filter = (entry: { name: string; size: number; originalSize: number; compression: number }): boolean => {
    const limit = entryLimits.get(entry.name);
    const isStored = entry.compression === 0 && entry.size === entry.originalSize;
    if (limit === undefined || seen.has(entry.name) || !isStored || entry.size > limit) throw new UnexpectedArchive();
    seen.set(entry.name, entry.size);
    return true;
  };
  try {
    const entries = unzipSync(zip, { filter });
    const isWhole = [...seen].every(([name, size]) => entries[name]?.byteLength === size);
    const applicationJson = entries[applicationEntryName];
    return isWhole && applicationJson ? { applicationJson, photo: entries[photoEntryName] } : undefined;
  } catch {
    return undefined;
  }
}
