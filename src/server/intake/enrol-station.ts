import type { EnrolmentAnswer, EnrolmentRequest } from '../../protocol/enrolment';
import { thumbprint } from '../../sealing/jws';
import type { Services } from '../services';
import type { EnrolmentOutcome } from '../storage/enrolment-store';

export type StationEnrolment =
  | { readonly kind: 'enrolled' | 'repeated'; readonly answer: EnrolmentAnswer }
  | { readonly kind: Exclude<EnrolmentOutcome['kind'], 'enrolled' | 'repeated'> };

/** Uses an enrolment code for a station's keys. */
export async function enrolStation(
  request: EnrolmentRequest,
  { storage, nowMs }: Pick<Services, 'storage' | 'nowMs'>,
): Promise<StationEnrolment> {
  const municipality = await storage.municipalities.findOfEnrolmentCode(request.codeId);
  if (!municipality) return { kind: 'unknown' };
  const stationId = await thumbprint(request.signingKey);
  const outcome = await storage.enrolments.enrol(municipality.code, { ...request, stationId }, nowMs());
  if (outcome.kind !== 'enrolled' && outcome.kind !== 'repeated') return { kind: outcome.kind };
  const { stationCode } = outcome;
  const { code, configurationKey } = municipality;
  return { kind: outcome.kind, answer: { stationId, stationCode, municipality: code, configurationKey } };
}
