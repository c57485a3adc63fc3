import { expect } from 'vitest';
import { type ProblemCode, problemMediaType, problemSchema, problemTable } from '../../../src/protocol/problem';

/** Expects an answer to be exactly this problem: status, media type, code, and never kept by a cache. */
export async function expectProblem(answer: Response | Promise<Response>, code: ProblemCode): Promise<Response> {
  const settled = await answer;
  const body: unknown = await settled.json();
  expect(problemSchema.parse(body).code).toBe(code);
  expect(settled.status).toBe(problemTable[code].status);
  expect(settled.headers.get('content-type')).toBe(problemMediaType);
  expect(settled.headers.get('cache-control')).toBe('no-store');
  return settled;
}
