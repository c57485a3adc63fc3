import { describe, expect, it } from 'vitest';
import { problemBody, problemCodes, problemSchema, problemTable } from '../../src/protocol/problem';

describe('problems', () => {
  it('have one status for each code: clients decide by these', () => {
    expect(Object.fromEntries(problemCodes.map((code) => [code, problemTable[code].status]))).toEqual({
      'malformed-request': 400,
      'unknown-station': 401,
      'not-authorised': 401,
      'station-pending': 403,
      'station-revoked': 403,
      'not-found': 404,
      'enrolment-code-unknown': 404,
      'envelope-conflict': 409,
      'void-not-allowed': 409,
      'envelope-not-secured': 409,
      'envelope-held': 409,
      'enrolment-code-used': 409,
      'configuration-stale': 409,
      'enrolment-code-expired': 410,
      'body-too-large': 413,
      'manifest-invalid': 422,
      'void-invalid': 422,
      'digest-mismatch': 422,
      'configuration-invalid': 422,
      'too-many-requests': 429,
      internal: 500,
      unavailable: 503,
      'storage-full': 507,
    });
  });

  it.each(problemCodes)('%s is written in the shape that clients read', (code) => {
    const body = problemBody(code);
    expect(problemSchema.parse(JSON.parse(JSON.stringify(body)))).toEqual(body);
    expect(body).toMatchObject({ code, status: problemTable[code].status, type: `urn:madoguchi:problem:${code}` });
    expect(body.title).not.toBe('');
  });

  it('of an unknown code are none of ours', () => {
    expect(problemSchema.safeParse({ ...problemBody('internal'), code: 'teapot' }).success).toBe(false);
    expect(problemSchema.safeParse({ ...problemBody('internal'), code: 'toString' }).success).toBe(false);
  });
});
