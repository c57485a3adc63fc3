import { createRoute } from '@hono/zod-openapi';
import { compactJwsField, envelopeIdField, stationIdField } from '../../protocol/fields';
import { officeVoidListSchema } from '../../protocol/envelopes';
import { jwsMediaType, paths } from '../../protocol/http';
import { wireLimits } from '../../protocol/limits';
import { voidListSchema } from '../../protocol/void/void';
import { z } from '../../protocol/zod';
import type { App } from '../http/app-env';
import { requireAdministrator, requireStation } from '../http/authorization';
import { limitBody } from '../http/body-limit';
import { problem, problemResponses } from '../http/problem-answer';
import { receiveVoid } from '../intake/receive-void';
import type { Services } from '../services';
import { json } from './json-content';

const pageSize = 500;
/** A tablet reads a quarter of a megabyte, and a void may have 4 KiB. */
const officePageSize = 50;

/** Voids: taken from the issuing station or the office, whose signature is the authority; listed for both. */
export function addVoidRoutes(app: App, services: Services): void {
  const { storage } = services;
  const bodyLimit = limitBody(wireLimits.manifestBytes);

  app.openapi(createRoute({ ...voidRoute, middleware: [bodyLimit] as const }), async (context) => {
    const { envelopeId } = context.req.valid('param');
    context.set('envelopeId', envelopeId);
    const outcome = await receiveVoid((await context.req.text()).trim(), envelopeId, services);
    if (outcome.kind !== 'stored' && outcome.kind !== 'repeated') return problem(context, problems[outcome.kind]);
    return context.body(outcome.receiptJws, outcome.kind === 'stored' ? 201 : 200, { 'Content-Type': jwsMediaType });
  });

  app.openapi(createRoute({ ...listRoute, middleware: requireAdministrator(storage) }), async (context) => {
    const { after } = context.req.valid('query');
    const page = await storage.voids.list(context.var.municipality.code, { after, limit: pageSize });
    const voids = page.voids.map(({ envelopeId, voidJws, isAfterSecured }) => ({ envelopeId, void: voidJws, isAfterSecured }));
    return context.json({ voids, next: page.next === undefined ? null : String(page.next) }, 200);
  });

  app.openapi(createRoute({ ...officeVoidsRoute, middleware: requireStation(storage) }), async (context) => {
    const { municipality, station } = context.var.caller;
    const { of, after } = context.req.valid('query');
    const asked = { id: of ?? station.id, collectedBy: municipality.code };
    const page = await storage.voids.listByOffice(asked, { after, limit: officePageSize });
    return context.json({ voids: [...page.voids], next: page.next ?? null }, 200);
  });
}

const problems = {
  invalid: 'void-invalid',
  unknownStation: 'unknown-station',
  pendingStation: 'station-pending',
  notAllowed: 'void-not-allowed',
} as const;

const receipt = { [jwsMediaType]: { schema: compactJwsField } };

const voidRoute = {
  method: 'put',
  path: `${paths.envelopes}/{envelopeId}/void`,
  summary: 'The issuing station or the office voids an envelope, whether it is here yet or not',
  request: {
    params: z.object({ envelopeId: envelopeIdField }),
    body: { required: true, content: { [jwsMediaType]: { schema: compactJwsField } } },
  },
  responses: {
    201: { description: 'Stored: the receipt', content: receipt },
    200: { description: 'Already here: the first receipt', content: receipt },
    ...problemResponses(
      'malformed-request',
      'unknown-station',
      'station-pending',
      'void-not-allowed',
      'body-too-large',
      'void-invalid',
      'unavailable',
      'storage-full',
    ),
  },
} as const;

const listRoute = {
  method: 'get',
  path: paths.voids,
  summary: 'Voids of envelopes destined for this office that are here, in the order in which they came',
  request: {
    query: z.object({
      after: z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number)
        .default(0),
    }),
  },
  responses: {
    200: { description: 'One page', content: json(voidListSchema) },
    ...problemResponses('malformed-request', 'not-authorised'),
  },
} as const;

const officeVoidsRoute = {
  method: 'get',
  path: paths.officeVoids,
  summary: 'What the office voided of the calling station’s envelopes, so that its counts can follow',
  request: {
    query: z.object({
      /** The station that the tablet was before it was enrolled again. */
      of: stationIdField.optional(),
      after: z.union([envelopeIdField, z.literal('')]).default(''),
    }),
  },
  responses: {
    200: { description: 'One page', content: json(officeVoidListSchema) },
    ...problemResponses('malformed-request', 'unknown-station', 'station-pending'),
  },
} as const;
