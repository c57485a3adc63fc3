import { createRoute } from '@hono/zod-openapi';
import { releaseSchema } from '../../protocol/envelopes';
import { envelopeIdField } from '../../protocol/fields';
import { paths } from '../../protocol/http';
import { wireLimits } from '../../protocol/limits';
import { z } from '../../protocol/zod';
import type { App } from '../http/app-env';
import { requireAdministrator } from '../http/authorization';
import { limitBody } from '../http/body-limit';
import { problem, problemResponses } from '../http/problem-answer';
import type { Services } from '../services';
import { json } from './json-content';

const bodyLimit = limitBody(wireLimits.jsonBodyBytes);

/** What the office says of an envelope that it has: a clerk lets a held one through; it is done. */
export function addEnvelopeLifeRoutes(app: App, { storage, nowMs }: Services): void {
  const isAdministrator = requireAdministrator(storage);

  app.openapi(createRoute({ ...doneRoute, middleware: isAdministrator }), async (context) => {
    const { envelopeId } = context.req.valid('param');
    context.set('envelopeId', envelopeId);
    const outcome = await storage.envelopes.markDone(context.var.municipality.code, envelopeId, nowMs());
    return outcome === 'done' ? context.body(null, 204) : problem(context, doneProblems[outcome]);
  });

  app.openapi(createRoute({ ...releaseRoute, middleware: [isAdministrator, bodyLimit] as const }), async (context) => {
    const { envelopeId } = context.req.valid('param');
    const { clerk } = context.req.valid('json');
    context.set('envelopeId', envelopeId);
    const outcome = await storage.envelopes.release(context.var.municipality.code, envelopeId, clerk, nowMs());
    return outcome === 'released' ? context.body(null, 204) : problem(context, 'not-found');
  });
}

const byId = { params: z.object({ envelopeId: envelopeIdField }) };

const doneProblems = { unknown: 'not-found', notSecured: 'envelope-not-secured', held: 'envelope-held' } as const;

const doneRoute = {
  method: 'post',
  path: `${paths.envelopes}/{envelopeId}/done`,
  summary: 'The office has finished with this envelope: its sealed bytes may leave the server after the time to keep',
  request: byId,
  responses: {
    204: { description: 'Noted' },
    ...problemResponses(
      'malformed-request',
      'not-authorised',
      'not-found',
      'envelope-not-secured',
      'envelope-held',
      'storage-full',
    ),
  },
} as const;

const releaseRoute = {
  method: 'post',
  path: `${paths.envelopes}/{envelopeId}/released`,
  summary: 'A named clerk lets an envelope through that was held because its station was revoked',
  request: { ...byId, body: { required: true, content: json(releaseSchema) } },
  responses: {
    204: { description: 'Let through' },
    ...problemResponses('malformed-request', 'not-authorised', 'not-found', 'body-too-large', 'storage-full'),
  },
} as const;
