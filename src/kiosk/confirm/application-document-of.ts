import type { Application } from '../../domain/application/application';
import type { Duplicate } from '../../domain/application/duplicate';
import type { IdPhoto } from '../../domain/application/draft';
import type { Channel } from '../../domain/campaign/channel';
import { isAdHocOpening } from '../../domain/campaign/ad-hoc-opening';
import type { Opening } from '../../domain/campaign/opening';
import type { IdentityCheck } from '../../domain/identity/identity-check';
import { receptionNumberOf } from '../../domain/submission/reception-number';
import type { ApplicationDocument } from '../../protocol/application-document';
import type { StationRecord } from '../../queue/station-store';

/** Names the consent text of this version, so that the office knows what the resident agreed to. */
const consentWording = 'ja-2026-11';

export interface SealingFacts {
  readonly envelopeId: string;
  readonly sequence: number;
  readonly sealedAtMs: number;
  readonly consentGivenAtMs: number;
  readonly station: StationRecord;
  readonly opening: Opening;
  readonly channel: Channel;
  readonly duplicate?: Duplicate | undefined;
  /** Who is signed in: whoever looked at the documents. Null where a resident is alone. */
  readonly attendantId: string | null;
}

/** application.json of a complete application. */
export function applicationDocumentOf(application: Application, facts: SealingFacts): ApplicationDocument {
  const { station, opening, sequence } = facts;
  const { photo } = application;
  return {
    schema: 'madoguchi-application',
    schemaVersion: 3,
    envelopeId: facts.envelopeId,
    receptionNumber: receptionNumberOf(station.stationCode, sequence),
    stationId: station.keys.stationId,
    sequence,
    collectedBy: station.municipality,
    destination: application.destination ?? station.municipality,
    openingId: opening.id,
    ...(isAdHocOpening(opening) && { adHocOpening: { venue: opening.venue, title: opening.title } }),
    day: opening.day,
    sealedAt: new Date(facts.sealedAtMs).toISOString(),
    touchpoint: opening.touchpoint,
    method: application.method,
    channel: facts.channel,
    kind: application.kind,
    kindReason: application.kindReason,
    applicationId: application.applicationId,
    applicationIdSource: application.applicationIdSource,
    birthDate: application.birthDate,
    certificates: application.certificates,
    isFaceAuthentication: application.isFaceAuthentication,
    contact: application.contact,
    applicant: application.applicant,
    isAdultWard: application.isAdultWard,
    representative: application.representative,
    foreignResident: application.foreignResident,
    isFromAbroad: application.isFromAbroad,
    braille: application.braille,
    identityCheck: application.identityCheck && identityDocumentOf(application.identityCheck, facts.attendantId),
    photo: photo && photoDocumentOf(photo),
    ...(facts.duplicate && { duplicate: { ...facts.duplicate, earlier: [...facts.duplicate.earlier] } }),
    consent: { wording: consentWording, givenAt: new Date(facts.consentGivenAtMs).toISOString() },
  };
}

function identityDocumentOf(
  { documents, papers, ...check }: IdentityCheck,
  checkedBy: string | null,
): NonNullable<ApplicationDocument['identityCheck']> {
  return { ...check, documents: documents.map((document) => ({ ...document })), papers: [...papers], checkedBy };
}

function photoDocumentOf({ bytes, widthPx, heightPx, report }: IdPhoto): NonNullable<ApplicationDocument['photo']> {
  const { checks, overrides } = report;
  return {
    widthPx,
    heightPx,
    bytes: bytes.byteLength,
    cameraPx: report.sourcePx,
    report: {
      ...report,
      models: { ...report.models },
      checks: [...checks],
      overrides: overrides.map((override) => ({ ...override, checks: [...override.checks] })),
    },
  };
}
