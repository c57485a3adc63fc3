import { generateKeyPairSync, sign } from 'node:crypto';
import { jwsMediaType } from '../../../src/protocol/http';
import { type ProblemCode, problemBody, problemMediaType, problemTable } from '../../../src/protocol/problem';
import type { WholeAnswer } from './exchange';

/** Answers that somebody else than the server gives, or the server in trouble. */
export const wrongAnswers = {
  portalPage: () => answer(200, 'text/html', '<!doctype html><title>Wi-Fi</title><p>ログインしてください</p>'),
  portalRedirect: () => answer(302, 'text/html', '', ['Location', 'http://portal.example/']),
  emptyCreated: () => answer(201, jwsMediaType, ''),
  plain500: () => answer(500, 'text/plain', 'internal server error'),
  plain502: () => answer(502, 'text/html', '<h1>Bad Gateway</h1>'),
  problem500: () => problem('internal'),
  busy503: (random: () => number) => problem('unavailable', ['Retry-After', String(1 + Math.floor(random() * 900))]),
  tooMany429: (random: () => number) => problem('too-many-requests', ['Retry-After', String(1 + Math.floor(random() * 60))]),
  full507: () => problem('storage-full'),
  refused409: () => problem('envelope-conflict'),
  refused413: () => problem('body-too-large'),
  refused422: () => problem('manifest-invalid'),
  unknownStation401: () => problem('unknown-station'),
} as const satisfies Record<string, (random: () => number) => WholeAnswer>;

/** The very receipt, but signed by nobody whom the office named: key id and payload are right. */
export function forgeReceipt(receiptJws: string): string {
  const [header = '', payload = ''] = receiptJws.split('.');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signature = sign('sha256', Buffer.from(`${header}.${payload}`), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${header}.${payload}.${signature.toString('base64url')}`;
}

export function receiptAnswer(receiptJws: string): WholeAnswer {
  return answer(201, jwsMediaType, receiptJws);
}

function problem(code: ProblemCode, more: readonly string[] = []): WholeAnswer {
  return answer(problemTable[code].status, problemMediaType, JSON.stringify(problemBody(code)), more);
}

function answer(status: number, type: string, text: string, more: readonly string[] = []): WholeAnswer {
  const body = Buffer.from(text);
  return { status, rawHeaders: ['Content-Type', type, 'Content-Length', String(body.length), ...more], body };
}
