import { createRoute } from '@hono/zod-openapi';
import { custodyAnswerSchema, custodyRequestSchema } from '../../protocol/envelopes';
import { paths } from '../../protocol/http';
import { wireLimits } from '../../protocol/limits';
import type { App } from '../http/app-env';
import { requireStation } from '../http/authorization';
import { limitBody } from '../http/body-limit';
import { problemResponses } from '../http/problem-answer';
import type { Services } from '../services';
import { json } from './json-content';

const bodyLimit = limitBody(wireLimits.jsonBodyBytes);

/** A station asks what became of the envelopes that it still keeps. */
export function addCustodyRoute(app: App, { storage }: Services): void {
  const isStation = requireStation(storage);

  app.openapi(createRoute({ ...custodyRoute, middleware: [isStation, bodyLimit] as const }), async (context) => {
    const { municipality } = context.var.caller;
    const { envelopeIds, voidIds } = context.req.valid('json');
    const { lacking, secured } = await storage.envelopes.custodyOf(municipality.code, envelopeIds);
    const lackingVoids = voidIds && [...(await storage.voids.lacking(municipality.code, voidIds))];
    return context.json({ lacking: [...lacking], secured: [...secured], ...(lackingVoids && { lackingVoids }) }, 200);
  });
}

const custodyRoute = {
  method: 'post',
  path: paths.custody,
  summary: 'Which of a tablet’s envelopes the server lacks, and which the office has',
  request: { body: { required: true, content: json(custodyRequestSchema) } },
  responses: {
    200: { description: 'Ids that are in neither list are here and not secured yet', content: json(custodyAnswerSchema) },
    ...problemResponses('malformed-request', 'unknown-station', 'station-pending', 'body-too-large'),
  },
} as const;
