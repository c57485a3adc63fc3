import { parseReceptionNumber } from '../../domain/submission/reception-number';
import { judgeVoid, type VoidJudgement, type VoidReason } from '../../domain/submission/voiding';
import type { Configuration } from '../../protocol/configuration';
import type { Entry } from '../../queue/entry';
import type { Queue } from '../../queue/queue';
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
}

export interface VoidPorts {
  readonly queue: Queue;
  readonly station: StationRecord;
  readonly findConfiguration: () => Configuration | undefined;
  readonly nowMs: () => number;
}

export function createVoidDesk({ queue, station, findConfiguration, nowMs }: VoidPorts): VoidDesk {
  const { stationId } = station.keys;
  const judge = (entry: Entry): VoidJudgement =>
    judgeVoid(entry, { stationId, nowMs: nowMs(), withinHours: findConfiguration()?.kiosk.voidWithinHours });
  return {
    find: async (text) => {
      const number = parseReceptionNumber(text) ?? parseReceptionNumber(`${station.stationCode}-${text.trim()}`);
      if (!number) return { kind: 'malformed' };
      const entry = await queue.findNumbered(number);
      return entry ? { kind: 'found', entry, judgement: judge(entry) } : { kind: 'unknown' };
    },
    void: async (entry, { reason, attendantId }) => {
      try {
        if (judge(entry) !== 'allowed') return 'notAllowed';
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
