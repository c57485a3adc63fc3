import { z } from './zod';

/** Everything that can go wrong between a client and the server: stable codes, one status each (RFC 9457). */
export const problemTable = {
  'malformed-request': { status: 400, title: 'The request does not fit its schema' },
  'unknown-station': { status: 401, title: 'No station with this key is known' },
  'not-authorised': { status: 401, title: 'This needs an administrator' },
  'station-pending': { status: 403, title: 'The administrator has not confirmed this station yet' },
  'station-revoked': { status: 403, title: 'This station was revoked' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'enrolment-code-unknown': { status: 404, title: 'No such enrolment code' },
  'envelope-conflict': { status: 409, title: 'The id, the digest or the sequence number is already taken by another envelope' },
  'void-not-allowed': { status: 409, title: 'The envelope is another than the void says, or was voided otherwise' },
  'envelope-not-secured': { status: 409, title: 'The office does not have this envelope yet' },
  'envelope-held': { status: 409, title: 'The envelope is held, and no clerk has let it through' },
  'enrolment-code-used': { status: 409, title: 'Another tablet used this enrolment code' },
  'configuration-stale': { status: 409, title: 'A newer configuration is in place' },
  'enrolment-code-expired': { status: 410, title: 'The enrolment code has expired' },
  'body-too-large': { status: 413, title: 'The body is larger than allowed' },
  'manifest-invalid': { status: 422, title: 'The manifest is missing, malformed or not signed by this station' },
  'void-invalid': { status: 422, title: 'The void is malformed or not signed by the issuing station or the office' },
  'digest-mismatch': { status: 422, title: 'The bytes are not those of the manifest' },
  'configuration-invalid': { status: 422, title: 'The configuration is not signed by this municipality or malformed' },
  'too-many-requests': { status: 429, title: 'Too many attempts' },
  internal: { status: 500, title: 'The server failed' },
  unavailable: { status: 503, title: 'The server cannot answer now' },
  'storage-full': { status: 507, title: 'The server cannot store more' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problemTable;
export const problemCodes = Object.keys(problemTable) as readonly ProblemCode[];

export const problemMediaType = 'application/problem+json';

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().refine((code): code is ProblemCode => Object.hasOwn(problemTable, code)),
});
export type Problem = z.infer<typeof problemSchema>;

/** The body of a problem answer. */
export function problemBody(code: ProblemCode): Problem {
  const { status, title } = problemTable[code];
  return { type: `urn:madoguchi:problem:${code}`, title, status, code };
}
