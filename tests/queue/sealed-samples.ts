import { v7 as uuidv7 } from 'uuid';
import { receptionNumberOf } from '../../src/domain/submission/reception-number';
import type { Manifest } from '../../src/protocol/manifest';
import { loadSealed } from '../../src/queue/bytes/load-sealed';
import type { QueueStore } from '../../src/queue/queue-store';
import type { SealedEnvelope } from '../../src/sealing/seal';
import { sampleManifest, sampleStationCode } from '../support/sample-application';

const base = sampleManifest();

/** An envelope as far as the queue looks at it: bytes that are no age file, and a manifest nobody signed. */
export function sealedSample(sequence: number, overrides: Partial<Manifest> = {}): SealedEnvelope {
  const bytes = new Uint8Array(64).fill(sequence);
  const manifest: Manifest = {
    ...base,
    envelopeId: uuidv7(),
    sequence,
    receptionNumber: receptionNumberOf(sampleStationCode, sequence),
    size: bytes.byteLength,
    ...overrides,
  };
  return { manifest, manifestJws: `header.payload${sequence}.signature`, bytes };
}

/** The sealed bytes as they can be read; undefined where there are none. */
export async function bytesIn(store: Pick<QueueStore, 'readSealed'>, envelopeId: string): Promise<Uint8Array | undefined> {
  const stored = await store.readSealed(envelopeId);
  return stored && loadSealed(stored.bytes);
}
