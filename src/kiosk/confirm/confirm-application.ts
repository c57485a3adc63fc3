import type { Application } from '../../domain/application/application';
import type { ReceptionNumber } from '../../domain/submission/reception-number';
import type { DuplicateTag } from '../../protocol/duplicates/duplicate-tag';
import { type Configuration, recipientsOf } from '../../protocol/configuration';
import type { Queue } from '../../queue/queue';
import { isOnlyReserved } from '../../queue/in-file/in-file-store';
import { type SealedEnvelope, sealEnvelope } from '../../sealing/seal';
import { signerOf } from '../../sealing/station-keys';
import { applicationDocumentOf, type SealingFacts } from './application-document-of';

export type ConfirmResult =
  /** The queue transaction has completed: now, and not before, the resident may be told the number. */
  | { readonly kind: 'confirmed'; readonly receptionNumber: ReceptionNumber }
  /** Nothing was stored; the application stays on screen. What was sealed may leave in a file instead. */
  | { readonly kind: 'storageFull'; readonly sealed: SealedEnvelope }
  | { readonly kind: 'failed' }
  /** Nothing was stored: the form was taken before, and why it is taken again was not said yet. */
  | { readonly kind: 'duplicate' }
  /** The tablet's storage does not answer: it may be stored or not. Only the same application may be tried again. */
  | { readonly kind: 'unknown' };

export interface ConfirmRequest {
  readonly application: Application;
  readonly facts: Omit<SealingFacts, 'sequence' | 'sealedAtMs' | 'attendantId'>;
  readonly configuration: Configuration;
  readonly attendantId: string | null;
  readonly serverOffsetMs: number | null;
  readonly duplicateTag: DuplicateTag | undefined;
}

/** Another tab may take a number first; more often than this in a row something else is wrong. */
const mostTries = 20;

/** What the queue knows before an application is sealed. It can be asked while something else is looked at. */
export interface Standing {
  readonly earlier: Promise<ConfirmResult>;
  readonly firstFree: Promise<number>;
}

export function readStanding(envelopeId: string, queue: Queue): Standing {
  const firstFree = queue.nextSequence();
  // It is awaited where it is needed, if at all; until then a rejection must not count as unhandled.
  firstFree.catch(() => undefined);
  return { earlier: findOutcome(envelopeId, queue), firstFree };
}

/**
 * Seals an application and appends it to the queue. Safe to repeat with the same envelope id: where an earlier
 * try did reach the queue although its answer was lost, that number is given again and nothing is doubled.
 */
export async function confirmApplication(
  request: ConfirmRequest,
  queue: Queue,
  nowMs: () => number,
  standing = readStanding(request.facts.envelopeId, queue),
): Promise<ConfirmResult> {
  const earlier = await standing.earlier;
  if (earlier.kind !== 'failed') return earlier;
  let sequence = await standing.firstFree;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const sealed = await seal(request, sequence, nowMs());
    const result = await append(sealed, queue);
    if (result.kind !== 'sequenceTaken') return result;
    sequence = await queue.nextSequence();
  }
  return { kind: 'failed' };
}

/**
 * Tries once more with an envelope whose number is reserved already: sealed anew it would be another one under the same
 * id, while a file with the first may exist.
 */
export async function confirmReserved(sealed: SealedEnvelope, queue: Queue): Promise<ConfirmResult> {
  const result = await append(sealed, queue);
  return result.kind === 'sequenceTaken' ? { kind: 'failed' } : result;
}

async function append(sealed: SealedEnvelope, queue: Queue): Promise<ConfirmResult | { readonly kind: 'sequenceTaken' }> {
  const result = await queue.append(sealed).catch(() => findOutcome(sealed.manifest.envelopeId, queue));
  if (result.kind === 'appended') return { kind: 'confirmed', receptionNumber: result.entry.receptionNumber };
  return result.kind === 'storageFull' ? { kind: 'storageFull', sealed } : result;
}

/** What the queue says of an envelope whose append was not answered: `failed` where it is not there. */
async function findOutcome(envelopeId: string, queue: Queue): Promise<ConfirmResult> {
  try {
    const entry = await queue.findEntry(envelopeId);
    return entry && !isOnlyReserved(entry) ? { kind: 'confirmed', receptionNumber: entry.receptionNumber } : { kind: 'failed' };
  } catch {
    return { kind: 'unknown' };
  }
}

function seal(request: ConfirmRequest, sequence: number, sealedAtMs: number): ReturnType<typeof sealEnvelope> {
  const { application, attendantId, configuration, facts } = request;
  const document = applicationDocumentOf(application, { ...facts, attendantId, sequence, sealedAtMs });
  return sealEnvelope({
    document,
    photo: application.photo?.bytes,
    recipients: recipientsOf(configuration, document.destination),
    signer: signerOf(facts.station.keys),
    facts: {
      campaignId: facts.opening.campaignId,
      attendantId,
      serverOffsetMs: request.serverOffsetMs,
      configuration: { epoch: configuration.epoch, version: configuration.version },
      appVersion: __APP_VERSION__,
      ...(request.duplicateTag && { duplicateTag: request.duplicateTag }),
    },
  });
}
