import type { SealedEnvelope } from '../../sealing/seal';
import type { AppendResult, Entry, EntryChange } from '../entry';

/**
 * An application is sealed and the tablet has no room for it: its bytes leave in a file instead, and only its entry stays.
 *
 *   reserve ─▶ refused, number reserved ──the file is saved──▶ refused, saved: the resident is given the number
 *                │                                              │
 *                ├─ append: there is room after all ─▶ waiting  └─ a receipt ─▶ delivered
 *                └─ called off, or the page was killed: it stays, unsaved, until a supervisor removes it
 *
 * The number is taken before the first byte is written anywhere, so a file that is left over from a crash can share its
 * id or number with no other envelope. Guarantees as those of `QueueStore`; every operation is safe to repeat.
 */
export interface InFileStore {
  /** Takes the next number for this envelope and stores no bytes. `appended` again where it was reserved before. */
  reserve(sealed: SealedEnvelope): Promise<AppendResult>;
  /** The file is there: from now on it counts as sealed for good. `storageFull`: nothing was written, try again. */
  markSaved(envelopeId: string, savedAtMs: number): Promise<EntryChange | { readonly kind: 'storageFull' }>;
}

/** Whether a number was taken and no resident was given it. */
export function isOnlyReserved({ inFile }: Entry): boolean {
  return inFile?.savedAtMs === null;
}
