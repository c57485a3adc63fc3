/** Paths and headers of the HTTP interface, in one place for both sides. */
export const apiBase = '/api/v1';

export const paths = {
  configuration: `${apiBase}/configuration`,
  enrolments: `${apiBase}/enrolments`,
  enrolmentCodes: `${apiBase}/enrolment-codes`,
  pendingStations: `${apiBase}/pending-stations`,
  envelopes: `${apiBase}/envelopes`,
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

export const manifestHeader = 'Madoguchi-Manifest';
export const receiptHeader = 'Madoguchi-Receipt';
export const contentDigestHeader = 'Content-Digest';
export const envelopeMediaType = 'application/age';
export const jwsMediaType = 'application/jose';

/** Authorization schemes: a request signed by a station, and an administrator's token. */
export const stationScheme = 'Madoguchi-Station';
export const administratorScheme = 'Bearer';
