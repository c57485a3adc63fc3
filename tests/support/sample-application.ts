import { emptyRepresentative, type RepresentativeEntry } from '../../src/domain/applicant/representative-entry';
import { type Draft, emptyDraft, type IdPhoto } from '../../src/domain/application/draft';
import { type Day, dayOf } from '../../src/domain/calendar/day';
import { type MunicipalityCode, parseMunicipalityCode } from '../../src/domain/campaign/municipality';
import { type ApplicationId, parseApplicationId } from '../../src/domain/form/application-id';
import { receptionNumberOf } from '../../src/domain/submission/reception-number';
import { parseStationCode, type StationCode } from '../../src/domain/submission/station-code';
import type { ApplicationDocument } from '../../src/protocol/application-document';
import { type Configuration, configurationAudience } from '../../src/protocol/configuration';
import type { PublicKey } from '../../src/protocol/fields';
import { type Manifest, manifestAudience } from '../../src/protocol/manifest';
import { photoReportSchema } from '../../src/protocol/photo/photo-report';
import { sampleReport } from './sample-shot';
import { sampleJpeg } from './sample-jpeg';

/** Everything here is invented: prefecture 99 does not exist, 見本 太郎 is the specimen's name. */
export const sampleMunicipality = getParsed<MunicipalityCode>(parseMunicipalityCode('990001'));
export const otherMunicipality = getParsed<MunicipalityCode>(parseMunicipalityCode('990019'));
export const sampleStationCode = getParsed<StationCode>(parseStationCode('み02'));
export const sampleApplicationId = getParsed<ApplicationId>(parseApplicationId('98765432109876543210987'));
export const sampleDay: Day = dayOf('2026-11-20');
export const sampleBirthDate: Day = dayOf('1970-03-21');
export const sampleFormQrHost = 'form.madoguchi.example';

/** The example key of RFC 7517, appendix A.1. */
export const samplePublicKey: PublicKey = {
  kty: 'EC',
  crv: 'P-256',
  x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
  y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
};
/** Shaped as a thumbprint or digest; of nothing. */
export const sampleStationId = 'station-of-the-samples-_____________________'.slice(0, 43);
export const sampleDigest = 'digest-of-the-samples-______________________'.slice(0, 43);
export const sampleEnvelopeId = '019aab3c-5d6e-7f80-9a1b-c2d3e4f5a6b7';
export const otherEnvelopeId = '019aab3c-5d6f-7f80-9a1b-c2d3e4f5a6b8';

export function samplePhoto(overrides: Partial<IdPhoto> = {}): IdPhoto {
  return {
    bytes: sampleJpeg(),
    widthPx: 1050,
    heightPx: 1350,
    report: sampleReport(),
    ...overrides,
  };
}

/** The mother of whoever is a child: attends, and lives at the same address. */
export const sampleMother: RepresentativeEntry = {
  ...emptyRepresentative,
  name: '見本 花子',
  kana: 'みほん はなこ',
  relation: 'mother',
  attends: true,
};

/** A complete draft: seal would take it. */
export function sampleDraft(overrides: Partial<Draft> = {}): Draft {
  return {
    ...emptyDraft('collectAtOffice'),
    applicationId: sampleApplicationId,
    applicationIdSource: 'scanned',
    birthCalendar: 'showa',
    birthDigits: '450321',
    contactName: '見本 太郎',
    contactMail: 'taro@mihon.example',
    photo: samplePhoto(),
    ...overrides,
  };
}

/** application.json as sealed for {@link sampleDraft} with {@link samplePhoto}. */
export function sampleDocument(overrides: Partial<ApplicationDocument> = {}): ApplicationDocument {
  return {
    schema: 'madoguchi-application',
    schemaVersion: 3,
    envelopeId: sampleEnvelopeId,
    receptionNumber: receptionNumberOf(sampleStationCode, 28),
    stationId: sampleStationId,
    sequence: 28,
    collectedBy: sampleMunicipality,
    destination: sampleMunicipality,
    openingId: 'opening-1',
    day: sampleDay,
    sealedAt: '2026-11-20T04:05:06.789Z',
    touchpoint: 'infantCheck',
    method: 'collectAtOffice',
    channel: 'assisted',
    kind: 'first',
    kindReason: null,
    applicationId: sampleApplicationId,
    applicationIdSource: 'scanned',
    birthDate: sampleBirthDate,
    certificates: { signature: 'issue', userAuthentication: 'issue' },
    isFaceAuthentication: false,
    contact: { name: '見本 太郎', mail: 'taro@mihon.example' },
    applicant: { name: null, kana: null, formerName: null, alias: null, postalCode: null, address: null, phone: null },
    isAdultWard: false,
    representative: null,
    foreignResident: null,
    isFromAbroad: false,
    braille: null,
    identityCheck: null,
    photo: samplePhotoDocument(),
    consent: { wording: 'consent-1', givenAt: '2026-11-20T04:05:00.000Z' },
    ...overrides,
  };
}

/** What application.json says of {@link samplePhoto}. */
export function samplePhotoDocument(bytes = sampleJpeg().byteLength): NonNullable<ApplicationDocument['photo']> {
  const report = photoReportSchema.parse(sampleReport());
  return { widthPx: 1050, heightPx: 1350, bytes, cameraPx: report.sourcePx, report };
}

/** The manifest that agrees with {@link sampleDocument}; digest and size are of no real envelope. */
export function sampleManifest(overrides: Partial<Manifest> = {}): Manifest {
  const { envelopeId, stationId, sequence, receptionNumber, sealedAt, collectedBy, destination } = sampleDocument();
  const { openingId, day, touchpoint, method, channel, kind } = sampleDocument();
  return {
    aud: manifestAudience,
    manifestVersion: 1,
    ...{ envelopeId, stationId, sequence, receptionNumber, sealedAt, collectedBy, destination },
    ...{ openingId, day, touchpoint, method, channel, kind },
    digest: sampleDigest,
    size: 25_000,
    ...sampleSealFacts,
    photo: 'taken',
    ...overrides,
  };
}

/** The manifest's facts that do not stand in the document. */
export const sampleSealFacts = {
  campaignId: 'campaign-1',
  attendantId: 'attendant-1',
  serverOffsetMs: null,
  configuration: { epoch: 1, version: 1 },
  appVersion: '0.1.0',
} as const satisfies Partial<Manifest>;

/** A whole configuration. Give real keys, recipients and PIN verifiers where a test uses them. */
export function sampleConfiguration(overrides: Partial<Configuration> = {}): Configuration {
  return {
    aud: configurationAudience,
    schemaVersion: 1,
    epoch: 1,
    version: 1,
    issuedAt: '2026-11-19T00:00:00.000Z',
    municipality: { code: sampleMunicipality, name: '見本市', contact: '見本市役所 市民課' },
    recipients: [`age1${'q'.repeat(58)}`],
    serverKeys: [{ kid: sampleDigest, key: samplePublicKey }],
    stations: [
      {
        id: sampleStationId,
        code: sampleStationCode,
        signingKey: samplePublicKey,
        agreementKey: samplePublicKey,
        state: 'active',
      },
    ],
    campaigns: [{ id: 'campaign-1', name: '見本キャンペーン', from: dayOf('2026-11-01'), to: dayOf('2026-11-30') }],
    openings: [
      {
        id: 'opening-1',
        campaignId: 'campaign-1',
        venue: '見本保健センター',
        title: '1歳6か月児健診',
        touchpoint: 'infantCheck',
        method: 'collectAtOffice',
        day: sampleDay,
      },
    ],
    attendants: [
      {
        id: 'attendant-1',
        name: '見本 花子',
        role: 'attendant',
        pinVerifier: '$argon2id$v=19$m=19456,t=2,p=1$c2FtcGxl$c2FtcGxl',
      },
    ],
    formQrHosts: [sampleFormQrHost],
    kiosk: { idleSeconds: 180, idleWarningSeconds: 30, keepDeliveredDays: 7 },
    ...overrides,
  };
}

function getParsed<T>(parsed: T | undefined): T {
  if (parsed === undefined) throw new Error('a sample does not parse');
  return parsed;
}
