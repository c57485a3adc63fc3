import { createRoute } from '@hono/zod-openapi';
import { envelopeListSchema } from '../../protocol/envelopes';
import { envelopeIdField } from '../../protocol/fields';
import { envelopeMediaType, manifestHeader, paths, receiptHeader } from '../../protocol/http';
import { z } from '../../protocol/zod';
import type { App } from '../http/app-env';
import { requireAdministrator } from '../http/authorization';
import { problem, problemResponses } from '../http/problem-answer';
import type { Services } from '../services';
import { json } from './json-content';

/** What the office does with envelopes: lists, fetches, and says that it holds its own copy. */
export function addEnvelopeOfficeRoutes(app: App, { storage, nowMs }: Services): void {
  const middleware = requireAdministrator(storage);

  app.openapi(createRoute({ ...listRoute, middleware }), async (context) => {
    const page = await storage.envelopes.list(context.var.municipality.code, context.req.valid('query'));
    const envelopes = page.envelopes.map(({ manifestJws, receiptJws, ...standing }) => ({
      ...standing,
      manifest: manifestJws,
      receipt: receiptJws,
    }));
    return context.json({ envelopes, next: page.next === undefined ? null : String(page.next) }, 200);
  });

  app.openapi(createRoute({ ...fetchRoute, middleware }), async (context) => {
    const { envelopeId } = context.req.valid('param');
    const { code } = context.var.municipality;
    context.set('envelopeId', envelopeId);
    const envelope = await storage.envelopes.find(code, envelopeId);
    const bytes = envelope && (await storage.envelopes.findBytes(code, envelopeId));
    if (!envelope || !bytes) return problem(context, 'not-found');
    return context.body(bytes, 200, {
      'Content-Type': envelopeMediaType,
      [manifestHeader]: envelope.manifestJws,
      [receiptHeader]: envelope.receiptJws,
    });
  });

  app.openapi(createRoute({ ...securedRoute, middleware }), async (context) => {
    const { envelopeId } = context.req.valid('param');
    context.set('envelopeId', envelopeId);
    const isHere = await storage.envelopes.markSecured(context.var.municipality.code, envelopeId, nowMs());
    return isHere ? context.body(null, 204) : problem(context, 'not-found');
  });
}

const byId = { params: z.object({ envelopeId: envelopeIdField }) };

const listRoute = {
  method: 'get',
  path: paths.envelopes,
  summary: 'Envelopes destined for this office, in the order in which they were stored',
  request: {
    query: z.object({
      after: z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number)
        .default(0),
      limit: z
        .string()
        .regex(/^\d{1,3}$/)
        .transform(Number)
        .pipe(z.number().min(1).max(500))
        .default(100),
    }),
  },
  responses: {
    200: { description: 'One page', content: json(envelopeListSchema) },
    ...problemResponses('malformed-request', 'not-authorised'),
  },
} as const;

const fetchRoute = {
  method: 'get',
  path: `${paths.envelopes}/{envelopeId}`,
  summary: 'The sealed bytes of one envelope',
  description: `Answers with the headers ${manifestHeader} and ${receiptHeader}.`,
  request: byId,
  responses: {
    200: { description: 'The age file', content: { [envelopeMediaType]: { schema: z.string().meta({ format: 'binary' }) } } },
    ...problemResponses('malformed-request', 'not-authorised', 'not-found'),
  },
} as const;

const securedRoute = {
  method: 'post',
  path: `${paths.envelopes}/{envelopeId}/secured`,
  summary: 'The office holds its own durable copy of this envelope',
  request: byId,
  responses: {
    204: { description: 'Noted' },
    ...problemResponses('malformed-request', 'not-authorised', 'not-found', 'storage-full'),
  },
} as const;
