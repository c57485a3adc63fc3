import type { MunicipalityCode } from '../../../domain/campaign/municipality';
import type { StationCode } from '../../../domain/submission/station-code';
import type { AuditKind } from '../audit';

/** The tables as Kysely sees them; in the database the names are in snake_case. `…Key` columns hold JSON. */
export interface Tables {
  municipalities: { code: MunicipalityCode; configurationKey: string; administratorTokenDigest: string };
  enrolmentCodes: { codeKey: string; municipality: MunicipalityCode; stationCode: StationCode; expiresAtMs: number };
  enrolmentCodeIds: { codeId: string; municipality: MunicipalityCode; codeKey: string };
  enrolments: {
    codeKey: string;
    municipality: MunicipalityCode;
    codeId: string;
    stationId: string;
    stationCode: StationCode;
    signingKey: string;
    agreementKey: string;
    enrolledAtMs: number;
  };
  stationHomes: { stationId: string; municipality: MunicipalityCode };
  configurations: {
    municipality: MunicipalityCode;
    epoch: number;
    version: number;
    jws: string;
    publishedAtMs: number;
  };
  stations: { municipality: MunicipalityCode; stationId: string; signingKey: string; state: 'active' | 'revoked' };
  envelopes: {
    envelopeId: string;
    /** The destination. */
    municipality: MunicipalityCode;
    /** Position of its event in the destination's audit chain; the order of the list. */
    position: number;
    digest: string;
    collectedBy: MunicipalityCode;
    stationId: string;
    sequence: number;
    state: 'stored' | 'held';
    manifestJws: string;
    receiptJws: string;
    receivedAtMs: number;
    securedAtMs: number | null;
    /** Null of those that came without, and of those stored before tags were known. */
    duplicateTag: string | null;
    /** When a clerk let a held one through. */
    releasedAtMs: number | null;
    doneAtMs: number | null;
    /** When its bytes were taken away; the row stays. */
    purgedAtMs: number | null;
  };
  envelopeBytes: { envelopeId: string; bytes: Uint8Array };
  voids: {
    envelopeId: string;
    signerId: string;
    /** The destination. */
    municipality: MunicipalityCode;
    /** Position of its event in the destination's audit chain. */
    position: number;
    collectedBy: MunicipalityCode;
    stationId: string;
    envelopeDigest: string;
    digest: string;
    voidJws: string;
    receiptJws: string;
    receivedAtMs: number;
  };
  /** One more for each time the server was restored; the highest is the present one. */
  epochs: { number: number; epochId: string; begunAtMs: number };
  rosters: { municipality: MunicipalityCode; digest: string; armored: string; destroyAtMs: number };
  auditEvents: {
    municipality: MunicipalityCode;
    position: number;
    atMs: number;
    kind: AuditKind;
    facts: string;
    previous: string;
    hash: string;
  };
}
