import { parseReceptionNumber } from '../../domain/submission/reception-number';
import { judgeVoid, type VoidJudgement, type VoidReason } from '../../domain/submission/voiding';
import type { Configuration } from '../../protocol/configuration';
import type { Entry } from '../../queue/entry';
import type { Queue } from '../../queue/queue';
import type { VoidRecord } from '../../queue/voids/void-store';
import type { StationRecord } from '../../queue/station-store';
import { readUnverifiedManifest } from '../../sealing/manifest';
import { signerOf } from '../../sealing/station-keys';
import { signVoid } from '../../sealing/void/void';

export type VoidSearch =
  /** No reception number as this product writes them. */
  | { readonly kind: 'malformed' }
  /** A number of another tablet, or one not given yet. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'found'; readonly entry: Entry; readonly judgement: VoidJudgement };

export type VoidResult = 'voided' | 'notAllowed' | 'storageFull' | 'failed';

/** What a supervisor does about an application made in error. */
export interface VoidDesk {
  /** By reception number; the station's own code may be left out. */
  find(text: string): Promise<VoidSearch>;
  /** Signs the void and puts it in the queue, together with the mark on its entry. Rejects with nothing. */
  void(entry: Entry, decision: { readonly reason: VoidReason; readonly attendantId: string | null }): Promise<VoidResult>;
  /** Those that the server did not take, oldest first. */
  listRefused(): Promise<readonly VoidRecord[]>;
  /** Lets a refused void wait again. */
  sendAgain(envelopeId: string): Promise<boolean>;
}

/** More than a tablet can ever have. */
const everyVoid = 1_000_000;

export interface VoidPorts {
  readonly queue: Queue;
  readonly station: StationRecord;
  readonly findConfiguration: () => Configuration | undefined;
  readonly nowMs: () => number;
}

export function createVoidDesk({ queue, station, findConfiguration, nowMs }: VoidPorts): VoidDesk {
  const { stationId } = station.keys;
  const judge = async (entry: Entry): Promise<VoidJudgement> => {
    const voidState = (await queue.voids.find(entry.envelopeId))?.state;
    const withinHours = findConfiguration()?.kiosk.voidWithinHours;
    return judgeVoid({ ...entry, voidState }, { stationId, nowMs: nowMs(), withinHours });
  };
  return {
    find: async (text) => {
      const number = parseReceptionNumber(text) ?? parseReceptionNumber(`${station.stationCode}-${text.trim()}`);
      if (!number) return { kind: 'malformed' };
      const entry = await queue.findNumbered(number);
      return entry ? { kind: 'found', entry, judgement: await judge(entry) } : { kind: 'unknown' };
    },
    listRefused: async () => (await queue.voids.listUndelivered(everyVoid)).filter(({ state }) => state === 'refused'),
    sendAgain: (envelopeId) => queue.voids.markWaiting([envelopeId]),
    void: async (entry, { reason, attendantId }) => {
      try {
        if ((await judge(entry)) !== 'allowed') return 'notAllowed';
        const sealed = entry.inFile ?? (await queue.readSealed(entry.envelopeId));
        const manifest = sealed && readUnverifiedManifest(sealed.manifestJws);
        if (manifest?.envelopeId !== entry.envelopeId) return 'failed';
        const voidedAtMs = nowMs();
        const decision = { reason, attendantId, voidedAt: new Date(voidedAtMs).toISOString() };
        const signed = await signVoid(manifest, decision, signerOf(station.keys));
        const { envelopeId, sequence, receptionNumber } = entry;
        const made = { envelopeId, sequence, receptionNumber, stationId, reason, attendantId, voidedAtMs, ...signed };
        const outcome = await queue.voids.add(made);
        return outcome.kind === 'added' ? 'voided' : outcome.kind;
      } catch {
        return 'failed';
      }
    },
  };
}
