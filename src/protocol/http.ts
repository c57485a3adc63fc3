/** Paths and headers of the HTTP interface, in one place for both sides. */
export const apiBase = '/api/v1';

export const paths = {
  configuration: `${apiBase}/configuration`,
  enrolments: `${apiBase}/enrolments`,
  enrolmentCodes: `${apiBase}/enrolment-codes`,
  pendingStations: `${apiBase}/pending-stations`,
  envelopes: `${apiBase}/envelopes`,
  voids: `${apiBase}/voids`,
  officeVoids: `${apiBase}/office-voids`,
  custody: `${apiBase}/custody`,
  duplicates: `${apiBase}/duplicates`,
  rosters: `${apiBase}/rosters`,
  openapi: `${apiBase}/openapi.json`,
} as const;

export function envelopePath(envelopeId: string): string {
  return `${paths.envelopes}/${envelopeId}`;
}

/** A sealed roster, by the digest under which the signed configuration names it. */
export function rosterPath(digest: string): string {
  return `${paths.rosters}/${digest}`;
}

/** Where the office says that it holds its own durable copy. */
export function securedPath(envelopeId: string): string {
  return `${envelopePath(envelopeId)}/secured`;
}

/** Where an envelope is voided. */
export function voidPath(envelopeId: string): string {
  return `${envelopePath(envelopeId)}/void`;
}

/** Where the office says that it has finished with an envelope. */
export function donePath(envelopeId: string): string {
  return `${envelopePath(envelopeId)}/done`;
}

/** Where a named clerk lets a held envelope through. */
export function releasedPath(envelopeId: string): string {
  return `${envelopePath(envelopeId)}/released`;
}

/**
 * On every answer of the interface: which epoch the server is in. Another one than before means that it was restored
 * from a backup, and may lack what it has acknowledged since.
 */
export const epochHeader = 'Madoguchi-Epoch';

export const manifestHeader = 'Madoguchi-Manifest';
export const receiptHeader = 'Madoguchi-Receipt';
export const contentDigestHeader = 'Content-Digest';
export const envelopeMediaType = 'application/age';
export const jwsMediaType = 'application/jose';

/** Authorization schemes: a request signed by a station, and an administrator's token. */
export const stationScheme = 'Madoguchi-Station';
export const administratorScheme = 'Bearer';
