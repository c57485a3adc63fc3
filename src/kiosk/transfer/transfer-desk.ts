import type { Configuration } from '../../protocol/configuration';
import type { Queue } from '../../queue/queue';
import type { StationRecord, StationStore } from '../../queue/station-store';
import { planParts, type TransferItem } from '../../sync/transfer/plan-parts';
import { type ReceiptsOutcome, takeReceipts } from '../../sync/transfer/take-receipts';
import { type PartChunk, writePart } from '../../sync/transfer/write-part';

/** What would leave in files now: its parts, each usable alone. */
export interface TransferPlan {
  readonly madeAtMs: number;
  readonly parts: readonly (readonly TransferItem[])[];
}

/** The queue's other way to the office: out as files, receipts back in as a file. */
export interface TransferDesk {
  /** Everything that has no receipt yet: waiting, being sent, refused. */
  plan(): Promise<TransferPlan>;
  /** One part as a stream. Nothing in the queue changes: only receipts say that something arrived. */
  write(plan: TransferPlan, part: number): AsyncIterable<PartChunk>;
  takeReceipts(text: string): Promise<ReceiptsOutcome>;
  /** When a part was last given out of this tablet; null where none was. */
  lastGivenAtMs(): Promise<number | null>;
  readonly noteGiven: () => Promise<void>;
}

export interface DeskPorts {
  readonly queue: Queue;
  readonly stationStore: Pick<StationStore, 'getDeviceFacts' | 'saveDeviceFacts'>;
  readonly station: StationRecord;
  readonly findConfiguration: () => Configuration | undefined;
  readonly nowMs: () => number;
}

/** Entries are small (the bytes are never loaded for a plan), so all of them may be looked at. */
const everyEntry = 1_000_000;

export function createTransferDesk({ queue, stationStore, station, findConfiguration, nowMs }: DeskPorts): TransferDesk {
  return {
    plan: async () => {
      // What lies in a file already cannot be written into another: its bytes are not here.
      const entries = (await queue.listUndelivered(everyEntry)).filter(({ inFile }) => !inFile);
      const voids = await queue.voids.listUndelivered(everyEntry);
      const items = [
        ...entries.map(({ envelopeId, digest, size }) => ({ kind: 'envelope' as const, envelopeId, digest, size })),
        ...voids.map(({ envelopeId, digest, voidJws }) => ({ kind: 'void' as const, envelopeId, digest, size: voidJws.length })),
      ];
      return { madeAtMs: nowMs(), parts: planParts(items) };
    },
    write: ({ madeAtMs, parts }, part) =>
      writePart(
        parts[part] ?? [],
        { station, madeAtMs, part: part + 1, parts: parts.length },
        {
          readSealed: (envelopeId) => queue.readSealed(envelopeId),
          readVoid: async (envelopeId) => (await queue.voids.find(envelopeId))?.voidJws,
        },
      ),
    takeReceipts: (text) => takeReceipts(text, { queue, configuration: findConfiguration(), nowMs }),
    lastGivenAtMs: async () => (await stationStore.getDeviceFacts()).lastTransferAtMs,
    noteGiven: () => stationStore.saveDeviceFacts({ lastTransferAtMs: nowMs() }),
  };
}
