import { basename } from 'node:path';
import { encodedBodies, indexedDbValues } from './compressed-parts';
import { readLogRecords } from './leveldb-log';
import { readTableEntries } from './leveldb-table';

/** How bytes were got out of a file. */
export type LayerForm = 'file' | 'logRecord' | 'tableEntry' | 'compressedValue' | 'encodedBody';

export interface Layer {
  readonly form: LayerForm;
  readonly bytes: Buffer;
}

/** Everything a file of a browser profile says: its bytes, and what its containers and compressions hold. */
export function* layersOf(path: string, bytes: Buffer): Generator<Layer> {
  const outer = [...containersOf(basename(path), bytes)];
  yield* outer;
  for (const { bytes: held } of outer) {
    for (const value of indexedDbValues(held)) yield { form: 'compressedValue', bytes: Buffer.from(value) };
  }
  for (const body of encodedBodies(bytes)) yield { form: 'encodedBody', bytes: Buffer.from(body) };
}

function* containersOf(name: string, bytes: Buffer): Generator<Layer> {
  yield { form: 'file', bytes };
  if (name.endsWith('.log') || name.startsWith('MANIFEST-')) {
    for (const record of readLogRecords(bytes)) yield { form: 'logRecord', bytes: Buffer.from(record) };
  }
  if (name.endsWith('.ldb') || name.endsWith('.sst')) {
    for (const { key, value } of readTableEntries(bytes) ?? []) {
      yield { form: 'tableEntry', bytes: Buffer.concat([key, value]) };
    }
  }
}
