import type { Application } from '../../domain/application/application';
import type { Duplicate } from '../../domain/application/duplicate';
import type { IdPhoto } from '../../domain/application/draft';
import type { Channel } from '../../domain/campaign/channel';
import type { Opening } from '../../domain/campaign/opening';
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
}

/** application.json of a complete application. */
export function applicationDocumentOf(application: Application, facts: SealingFacts): ApplicationDocument {
  const { station, opening, sequence } = facts;
  const { photo } = application;
  return {
    schema: 'madoguchi-application',
    schemaVersion: 2,
    envelopeId: facts.envelopeId,
    receptionNumber: receptionNumberOf(station.stationCode, sequence),
    stationId: station.keys.stationId,
    sequence,
    collectedBy: station.municipality,
    destination: station.municipality,
    openingId: opening.id,
    day: opening.day,
    sealedAt: new Date(facts.sealedAtMs).toISOString(),
    touchpoint: opening.touchpoint,
    method: application.method,
    channel: facts.channel,
    kind: application.kind,
    applicationId: application.applicationId,
    applicationIdSource: application.applicationIdSource,
    birthDate: application.birthDate,
    certificates: application.certificates,
    contact: application.contact,
    photo: photo && photoDocumentOf(photo),
    ...(facts.duplicate && { duplicate: { ...facts.duplicate, earlier: [...facts.duplicate.earlier] } }),
    consent: { wording: consentWording, givenAt: new Date(facts.consentGivenAtMs).toISOString() },
  };
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
