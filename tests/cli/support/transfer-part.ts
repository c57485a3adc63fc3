import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import type { TransferItem } from '../../../src/sync/transfer/plan-parts';
import { writePart } from '../../../src/sync/transfer/write-part';
import { sampleMunicipality } from '../../support/sample-application';
import type { Sealer } from './envelopes';

export interface PartFile {
  readonly part?: number;
  readonly parts?: number;
  /** Signed voids, by envelope id. */
  readonly voids?: readonly { readonly envelopeId: string; readonly digest: string; readonly voidJws: string }[];
}

/** The bytes of a part as the tablet writes it. */
export async function partOf(
  { keys, stationCode }: Sealer,
  sealed: readonly SealedEnvelope[],
  { part = 1, parts = 1, voids = [] }: PartFile = {},
): Promise<Buffer> {
  const items: TransferItem[] = [
    ...sealed.map(({ manifest: { envelopeId, digest, size } }) => ({ kind: 'envelope' as const, envelopeId, digest, size })),
    ...voids.map(({ envelopeId, digest, voidJws }) => ({ kind: 'void' as const, envelopeId, digest, size: voidJws.length })),
  ];
  const station = { keys, stationCode, municipality: sampleMunicipality };
  const find = (id: string): SealedEnvelope | undefined => sealed.find(({ manifest }) => manifest.envelopeId === id);
  const readSealed = (id: string) => {
    const found = find(id);
    return Promise.resolve(found && { manifestJws: found.manifestJws, bytes: found.bytes.slice().buffer });
  };
  const readVoid = (id: string) => Promise.resolve(voids.find(({ envelopeId }) => envelopeId === id)?.voidJws);
  const chunks: Uint8Array[] = [];
  const madeAtMs = Date.parse('2026-11-20T08:00:00.000Z');
  for await (const chunk of writePart(items, { station, madeAtMs, part, parts }, { readSealed, readVoid })) {
    if (chunk.kind === 'bytes') chunks.push(chunk.bytes);
  }
  return Buffer.concat(chunks);
}

/** Writes a part into a folder and returns its name. */
export async function writePartFile(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(join(folder, name), bytes);
  return name;
}
