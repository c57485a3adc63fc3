import { createRoute } from '@hono/zod-openapi';
import { compactJwsField } from '../../protocol/fields';
import { jwsMediaType, paths } from '../../protocol/http';
import { wireLimits } from '../../protocol/limits';
import { sha256 } from '../../sealing/digest';
import type { App } from '../http/app-env';
import { requireAdministrator, requireConfigurationReader } from '../http/authorization';
import { limitBody } from '../http/body-limit';
import { hasEtag } from '../http/entity-tag';
import { problem, problemResponses } from '../http/problem-answer';
import { publishConfiguration } from '../intake/publish-configuration';
import type { Services } from '../services';

const bodyLimit = limitBody(wireLimits.configurationBytes);

/** The signed configuration: stations fetch it, the office publishes it. */
export function addConfigurationRoutes(app: App, services: Services): void {
  const { storage, receiptKeys, logger } = services;
  const mayRead = requireConfigurationReader(storage);
  const isAdministrator = requireAdministrator(storage);

  app.openapi(createRoute({ ...readRoute, middleware: mayRead }), async (context) => {
    const jws = await storage.configurations.findCurrent(context.var.municipality.code);
    if (jws === undefined) return problem(context, 'not-found');
    const etag = `"${await sha256(new TextEncoder().encode(jws))}"`;
    context.header('ETag', etag);
    if (hasEtag(context.req.header('if-none-match'), etag)) return context.body(null, 304);
    return context.body(jws, 200, { 'Content-Type': jwsMediaType });
  });

  app.openapi(createRoute({ ...publishRoute, middleware: [isAdministrator, bodyLimit] as const }), async (context) => {
    const outcome = await publishConfiguration(await context.req.text(), context.var.municipality, services);
    if (outcome === 'invalid' || outcome === 'stale') return problem(context, `configuration-${outcome}`);
    // Published it is, also where the key cannot be changed now; the next start tries again.
    await receiptKeys.takeNext().catch(() => logger.error({ code: 'receipt-key-not-changed' }, 'receipt key'));
    return context.body(null, 204);
  });
}

const signed = { [jwsMediaType]: { schema: compactJwsField } };

const readRoute = {
  method: 'get',
  path: paths.configuration,
  summary: 'The newest configuration, as the office signed it',
  responses: {
    200: { description: 'Compact JWS by the configuration key', content: signed },
    304: { description: 'The one whose ETag was sent' },
    ...problemResponses('not-authorised', 'unknown-station', 'station-pending', 'station-revoked', 'not-found'),
  },
} as const;

const publishRoute = {
  method: 'put',
  path: paths.configuration,
  summary: 'The office publishes a newer configuration',
  request: { body: { required: true, content: signed } },
  responses: {
    204: { description: 'In place; also for the current one again' },
    ...problemResponses('not-authorised', 'configuration-stale', 'body-too-large', 'configuration-invalid', 'storage-full'),
  },
} as const;
