import type { ReceptionNumber } from '../../../domain/submission/reception-number';
import type { Queue } from '../../../queue/queue';
import type { StationRecord, StationStore } from '../../../queue/station-store';
import type { SealedEnvelope } from '../../../sealing/seal';
import { writePart } from '../../../sync/transfer/write-part';

/**
 * The way of one sealed envelope into a file, for a tablet that has no room for its bytes. In this order, so that a crash
 * anywhere leaves nothing that could be taken for another application: reserve, save the file, confirm.
 */
export interface FileSeal {
  readonly receptionNumber: ReceptionNumber;
  /** `failed`: whether it is reserved is not known; ask again. */
  reserve(): Promise<'reserved' | 'sequenceTaken' | 'storageFull' | 'failed'>;
  /** The transfer file of this one envelope. */
  bytes(): AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** The file is saved: true once that is written down, and only then may the number be shown. */
  confirm(): Promise<boolean>;
}

export interface FileSealPorts {
  readonly queue: Pick<Queue, 'inFile'>;
  readonly stationStore: Pick<StationStore, 'findStation' | 'saveDeviceFacts'>;
}

export async function createFileSeal(sealed: SealedEnvelope, { queue, stationStore }: FileSealPorts): Promise<FileSeal> {
  const station = await stationStore.findStation();
  if (!station) throw new Error('only a station seals');
  const { envelopeId, receptionNumber } = sealed.manifest;
  return {
    receptionNumber,
    reserve: async () => {
      const result = await queue.inFile.reserve(sealed).catch(() => ({ kind: 'failed' as const }));
      return result.kind === 'appended' ? 'reserved' : result.kind;
    },
    bytes: () => transferOf(sealed, station),
    confirm: async () => {
      try {
        const change = await queue.inFile.markSaved(envelopeId, Date.now());
        if (change.kind === 'storageFull') return false;
        // The last thing that was given out of this tablet; not worth failing for.
        await stationStore.saveDeviceFacts({ lastTransferAtMs: Date.now() }).catch(() => undefined);
        return typeof change.entry?.inFile?.savedAtMs === 'number' && change.entry.state !== 'removed';
      } catch {
        return false;
      }
    },
  };
}

async function* transferOf(
  { manifest: { envelopeId, digest, size }, manifestJws, bytes }: SealedEnvelope,
  station: StationRecord,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const items = [{ kind: 'envelope', envelopeId, digest, size } as const];
  const store = {
    readSealed: () => Promise.resolve({ manifestJws, bytes: bytes.slice().buffer }),
    readVoid: () => Promise.resolve(undefined),
  };
  for await (const chunk of writePart(items, { station, madeAtMs: Date.now(), part: 1, parts: 1 }, store)) {
    if (chunk.kind === 'leftOut') throw new Error('the envelope is not what was sealed');
    if (chunk.kind === 'bytes') yield chunk.bytes;
  }
}
