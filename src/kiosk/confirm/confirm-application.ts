import type { Application } from '../../domain/application/application';
import type { ReceptionNumber } from '../../domain/submission/reception-number';
import type { Configuration } from '../../protocol/configuration';
import type { Queue } from '../../queue/queue';
import { sealEnvelope } from '../../sealing/seal';
import { signerOf } from '../../sealing/station-keys';
import { applicationDocumentOf, type SealingFacts } from './application-document-of';

export type ConfirmResult =
  /** The queue transaction has completed: now, and not before, the resident may be told the number. */
  | { readonly kind: 'confirmed'; readonly receptionNumber: ReceptionNumber }
  /** Nothing was stored; the application stays on screen. */
  | { readonly kind: 'storageFull' }
  | { readonly kind: 'failed' };

export interface ConfirmRequest {
  readonly application: Application;
  readonly facts: Omit<SealingFacts, 'sequence' | 'sealedAtMs'>;
  readonly configuration: Configuration;
  readonly attendantId: string | null;
  readonly serverOffsetMs: number | null;
}

/** Another tab may take a number first; more often than this in a row something else is wrong. */
const mostTries = 20;

/**
 * Seals an application and appends it to the queue. Safe to repeat with the same envelope id: where an earlier
 * try did reach the queue although its answer was lost, that number is given again and nothing is doubled.
 */
export async function confirmApplication(request: ConfirmRequest, queue: Queue, nowMs: () => number): Promise<ConfirmResult> {
  const present = await queue.findEntry(request.facts.envelopeId);
  if (present) return { kind: 'confirmed', receptionNumber: present.receptionNumber };
  for (let tries = 0; tries < mostTries; tries += 1) {
    const sealed = await seal(request, await queue.nextSequence(), nowMs());
    const result = await queue.append(sealed);
    if (result.kind === 'appended') return { kind: 'confirmed', receptionNumber: result.entry.receptionNumber };
    if (result.kind === 'storageFull') return result;
  }
  return { kind: 'failed' };
}

function seal(request: ConfirmRequest, sequence: number, sealedAtMs: number): ReturnType<typeof sealEnvelope> {
  const { application, configuration, facts } = request;
  return sealEnvelope({
    document: applicationDocumentOf(application, { ...facts, sequence, sealedAtMs }),
    photo: application.photo?.bytes,
    recipients: configuration.recipients,
    signer: signerOf(facts.station.keys),
    facts: {
      campaignId: facts.opening.campaignId,
      attendantId: request.attendantId,
      serverOffsetMs: request.serverOffsetMs,
      configuration: { epoch: configuration.epoch, version: configuration.version },
      appVersion: __APP_VERSION__,
    },
  });
}
