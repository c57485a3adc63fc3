import { createRoute } from '@hono/zod-openapi';
import {
  enrolmentAnswerSchema,
  enrolmentCodeSchema,
  enrolmentRequestSchema,
  pendingStationsSchema,
} from '../../protocol/enrolment';
import { paths } from '../../protocol/http';
import { wireLimits } from '../../protocol/limits';
import type { App } from '../http/app-env';
import { requireAdministrator } from '../http/authorization';
import { limitBody } from '../http/body-limit';
import { problem, problemResponses } from '../http/problem-answer';
import { rateLimit } from '../rate-limit/rate-limit';
import { enrolStation } from '../intake/enrol-station';
import type { Services } from '../services';
import { json } from './json-content';

/** A code has at least 80 bits: the limits are against noise, not against guessing. */
const enrolmentLimits = {
  perClient: { capacity: 30, refillPerMinute: 30 },
  overall: { capacity: 120, refillPerMinute: 120 },
};

const bodyLimit = limitBody(wireLimits.jsonBodyBytes);

/** Enrolment: the office adds codes and sees who waits; a tablet uses a code. */
export function addEnrolmentRoutes(app: App, services: Services): void {
  const { storage, nowMs, trustedProxy } = services;
  const isAdministrator = requireAdministrator(storage);
  const limit = rateLimit({ ...enrolmentLimits, trustedProxy, nowMs });

  app.openapi(createRoute({ ...enrolRoute, middleware: [limit, bodyLimit] as const }), async (context) => {
    const enrolment = await enrolStation(context.req.valid('json'), services);
    if (!('answer' in enrolment)) return problem(context, `enrolment-code-${enrolment.kind}`);
    return context.json(enrolment.answer, enrolment.kind === 'enrolled' ? 201 : 200);
  });

  app.openapi(createRoute({ ...addCodeRoute, middleware: [isAdministrator, bodyLimit] as const }), async (context) => {
    const outcome = await storage.enrolments.addCode(context.var.municipality.code, context.req.valid('json'), nowMs());
    return outcome === 'taken' ? problem(context, 'malformed-request') : context.body(null, 204);
  });

  app.openapi(createRoute({ ...pendingRoute, middleware: isAdministrator }), async (context) => {
    const pending = await storage.enrolments.listPending(context.var.municipality.code);
    return context.json({ pending: [...pending] }, 200);
  });
}

const enrolRoute = {
  method: 'post',
  path: paths.enrolments,
  summary: 'A tablet uses an enrolment code',
  request: { body: { required: true, content: json(enrolmentRequestSchema) } },
  responses: {
    201: { description: 'Enrolled; waits for the administrator', content: json(enrolmentAnswerSchema) },
    200: { description: 'This code with this key again: the same answer', content: json(enrolmentAnswerSchema) },
    ...problemResponses(
      'malformed-request',
      'enrolment-code-unknown',
      'enrolment-code-used',
      'enrolment-code-expired',
      'body-too-large',
      'too-many-requests',
    ),
  },
} as const;

const addCodeRoute = {
  method: 'post',
  path: paths.enrolmentCodes,
  summary: 'The office adds an enrolment code, by the digests of its secrets',
  request: { body: { required: true, content: json(enrolmentCodeSchema) } },
  responses: {
    204: { description: 'Known now' },
    ...problemResponses('malformed-request', 'not-authorised', 'body-too-large', 'storage-full'),
  },
} as const;

const pendingRoute = {
  method: 'get',
  path: paths.pendingStations,
  summary: 'Stations enrolled but not in the current configuration',
  responses: {
    200: { description: 'The oldest first', content: json(pendingStationsSchema) },
    ...problemResponses('not-authorised'),
  },
} as const;
