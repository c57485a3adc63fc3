import { createRoute } from '@hono/zod-openapi';
import { instantField, sha256Field } from '../../protocol/fields';
import { envelopeMediaType, paths } from '../../protocol/http';
import { wireLimits } from '../../protocol/limits';
import { z } from '../../protocol/zod';
import { sha256 } from '../../sealing/digest';
import type { App } from '../http/app-env';
import { requireAdministrator, requireConfigurationReader } from '../http/authorization';
import { limitBody } from '../http/body-limit';
import { problem, problemResponses } from '../http/problem-answer';
import type { Services } from '../services';

const bodyLimit = limitBody(wireLimits.rosterBytes);

/** So that no roster is ever stored in the clear, by whatever mistake: nothing but an armored age file is taken. */
const armoredAge = /^-----BEGIN AGE ENCRYPTED FILE-----\r?\n(?:[A-Za-z0-9+/=]{1,64}\r?\n)+-----END AGE ENCRYPTED FILE-----\s*$/;

/** Sealed rosters: the office puts them here for its stations. The server can open none. */
export function addRosterRoutes(app: App, { storage, nowMs }: Services): void {
  const isAdministrator = requireAdministrator(storage);
  const mayRead = requireConfigurationReader(storage);

  app.openapi(createRoute({ ...storeRoute, middleware: [isAdministrator, bodyLimit] as const }), async (context) => {
    const { digest } = context.req.valid('param');
    const destroyAtMs = Date.parse(context.req.valid('query').destroyAt);
    const armored = await context.req.text();
    if (!armoredAge.test(armored)) return problem(context, 'malformed-request');
    if ((await sha256(new TextEncoder().encode(armored))) !== digest) return problem(context, 'digest-mismatch');
    await storage.rosters.store(context.var.municipality.code, { digest, armored, destroyAtMs }, nowMs());
    return context.body(null, 204);
  });

  app.openapi(createRoute({ ...findRoute, middleware: mayRead }), async (context) => {
    const armored = await storage.rosters.find(context.var.municipality.code, context.req.valid('param').digest, nowMs());
    if (armored === undefined) return problem(context, 'not-found');
    return context.body(armored, 200, { 'Content-Type': envelopeMediaType });
  });

  app.openapi(createRoute({ ...removeRoute, middleware: isAdministrator }), async (context) => {
    const { digest } = context.req.valid('param');
    const wasHere = await storage.rosters.remove(context.var.municipality.code, digest, nowMs());
    return wasHere ? context.body(null, 204) : problem(context, 'not-found');
  });
}

const path = `${paths.rosters}/{digest}`;
const byDigest = z.object({ digest: sha256Field });
const file = { [envelopeMediaType]: { schema: z.string() } };

const storeRoute = {
  method: 'put',
  path,
  summary: 'The office puts a sealed roster here',
  request: { params: byDigest, query: z.object({ destroyAt: instantField }), body: { required: true, content: file } },
  responses: {
    204: { description: 'Here, until it is to be destroyed; also for the same one again' },
    ...problemResponses('malformed-request', 'not-authorised', 'body-too-large', 'digest-mismatch', 'storage-full'),
  },
} as const;

const findRoute = {
  method: 'get',
  path,
  summary: 'A sealed roster, for stations of its municipality',
  request: { params: byDigest },
  responses: {
    200: { description: 'The armored age file', content: file },
    ...problemResponses(
      'malformed-request',
      'not-authorised',
      'unknown-station',
      'station-pending',
      'station-revoked',
      'not-found',
    ),
  },
} as const;

const removeRoute = {
  method: 'delete',
  path,
  summary: 'The office destroys a roster before its time',
  request: { params: byDigest },
  responses: {
    204: { description: 'Destroyed' },
    ...problemResponses('malformed-request', 'not-authorised', 'not-found', 'storage-full'),
  },
} as const;
