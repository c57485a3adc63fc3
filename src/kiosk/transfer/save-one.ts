import type { Entry } from '../../queue/entry';
import { findSaveWay, handOver, openTarget, type PartTarget } from './part-target';
import type { TransferDesk } from './transfer-desk';

/** `unreadable`: its sealed bytes cannot be read here, so there is nothing to save. Undefined: a changed mind. */
export type SaveOneOutcome = 'saved' | 'handedOver' | 'started' | 'notSaved' | 'unreadable' | undefined;

/** Saves one sealed application as a transfer of its own; call it in the press. It stays in the queue. */
export async function saveOne(entry: Entry, name: string, openTransfer: () => Promise<TransferDesk>): Promise<SaveOneOutcome> {
  const way = findSaveWay();
  let target: PartTarget | undefined;
  try {
    target = await openTarget(way, name);
    if (!target) return undefined;
    const desk = await openTransfer();
    if (!(await writeOne(entry, desk, target))) {
      await target.abort();
      return 'unreadable';
    }
    const ended = await target.close();
    const outcome = ended.kind === 'packed' ? await handOver(way, ended.file) : ended.kind;
    if (outcome) await desk.noteGiven();
    return outcome;
  } catch {
    await target?.abort();
    return 'notSaved';
  }
}

async function writeOne({ envelopeId, digest, size }: Entry, desk: TransferDesk, target: PartTarget): Promise<boolean> {
  const plan = { madeAtMs: Date.now(), parts: [[{ kind: 'envelope', envelopeId, digest, size } as const]] };
  for await (const chunk of desk.write(plan, 0)) {
    if (chunk.kind === 'leftOut') return false;
    if (chunk.kind === 'bytes') await target.write(chunk.bytes);
  }
  return true;
}
