import { createRoute } from '@hono/zod-openapi';
import { duplicateAnswerSchema, duplicateRequestSchema } from '../../protocol/duplicates/duplicate-tag';
import { paths } from '../../protocol/http';
import { wireLimits } from '../../protocol/limits';
import type { App } from '../http/app-env';
import { requireStation } from '../http/authorization';
import { limitBody } from '../http/body-limit';
import { problem, problemResponses } from '../http/problem-answer';
import { findEarlier } from '../intake/find-earlier';
import type { Services } from '../services';
import { json } from './json-content';

const bodyLimit = limitBody(wireLimits.jsonBodyBytes);

/** A station asks whether a form was taken before. A revoked one is told nothing: it may be in a stranger's hands. */
export function addDuplicatesRoute(app: App, { storage }: Services): void {
  const isStation = requireStation(storage);

  app.openapi(createRoute({ ...duplicatesRoute, middleware: [isStation, bodyLimit] as const }), async (context) => {
    const { municipality, station } = context.var.caller;
    if (station.state !== 'active') return problem(context, 'station-revoked');
    const { tags } = context.req.valid('json');
    return context.json(await findEarlier(municipality.code, tags, storage), 200);
  });
}

const duplicatesRoute = {
  method: 'post',
  path: paths.duplicates,
  summary: 'When and where applications with these duplicate tags were taken',
  request: { body: { required: true, content: json(duplicateRequestSchema) } },
  responses: {
    200: { description: 'Newest first; empty where none is here', content: json(duplicateAnswerSchema) },
    ...problemResponses('malformed-request', 'unknown-station', 'station-pending', 'station-revoked', 'body-too-large'),
  },
} as const;
