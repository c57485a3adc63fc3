import { readApplication } from '../../domain/application/application';
import { checkDuplicate } from '../duplicates/check-duplicate';
import { officeRules } from '../session/office-rules';
import { useSession } from '../session/session-store';
import type { TabletPorts } from '../tablet/tablet-ports';
import { useTablet } from '../tablet/tablet-store';
import type { SealedEnvelope } from '../../sealing/seal';
import {
  confirmApplication,
  type ConfirmRequest,
  confirmReserved,
  type ConfirmResult,
  readStanding,
} from './confirm-application';

/** Seals the application on screen as it stands now; `reserved` is what it was sealed to before, under a reserved number. */
export async function confirmSession(
  ports: TabletPorts,
  consentGivenAtMs: number,
  reserved?: SealedEnvelope,
): Promise<ConfirmResult> {
  if (reserved) return confirmReserved(reserved, ports.queue);
  const { draft, opening, attendant, channel, envelopeId } = useSession.getState();
  const { configuration, station } = useTablet.getState();
  const reading = draft && opening ? readApplication(draft, opening.day, officeRules()) : undefined;
  if (reading?.kind !== 'complete' || !opening || !configuration || !station || !envelopeId) return { kind: 'failed' };
  const { application } = reading;
  const facts = { envelopeId, consentGivenAtMs, station, opening, channel };
  const request = { application, facts, configuration, attendantId: attendant?.id ?? null };
  return confirmChecked(request, ports).catch(() => ({ kind: 'failed' }));
}

async function confirmChecked(
  request: Omit<ConfirmRequest, 'serverOffsetMs' | 'duplicateTag'>,
  ports: TabletPorts,
): Promise<ConfirmResult> {
  const standing = readStanding(request.facts.envelopeId, ports.queue);
  const [check, { serverOffsetMs }] = await Promise.all([
    checkDuplicate(request.application.applicationId, ports.queue),
    ports.stationStore.getDeviceFacts(),
  ]);
  if (check.kind === 'reasonNeeded') return { kind: 'duplicate' };
  const { duplicateTag, duplicate } = check;
  const facts = { ...request.facts, duplicate };
  return confirmApplication({ ...request, facts, serverOffsetMs, duplicateTag }, ports.queue, Date.now, standing);
}
