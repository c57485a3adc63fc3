import { OpenAPIHono } from '@hono/zod-openapi';
import { apiBase, epochHeader, paths } from '../protocol/http';
import type { App, AppEnv } from './http/app-env';
import { problem, problemOf } from './http/problem-answer';
import { requestLog } from './http/request-log';
import { securityHeaders } from './http/security-headers';
import { addConfigurationRoutes } from './routes/configuration-routes';
import { addCustodyRoute } from './routes/custody-route';
import { addDuplicatesRoute } from './routes/duplicates-route';
import { addEnrolmentRoutes } from './routes/enrolment-routes';
import { addEnvelopeLifeRoutes } from './routes/envelope-life-routes';
import { addEnvelopeOfficeRoutes } from './routes/envelope-office-routes';
import { addEnvelopeUploadRoute } from './routes/envelope-upload-route';
import { addHealthRoutes } from './routes/health-routes';
import { addRosterRoutes } from './routes/roster-routes';
import { addStaticRoutes } from './routes/static-routes';
import { addVoidRoutes } from './routes/void-routes';
import type { Services } from './services';

/** The whole server as one function from Request to Response; no socket needed (`app.request(...)`). */
export function createApp(services: Services): App {
  const { logger, storage } = services;
  const app: App = new OpenAPIHono<AppEnv>({
    defaultHook: (result, context) => (result.success ? undefined : problem(context, 'malformed-request')),
  });
  app.use(requestLog(logger), securityHeaders(services));
  let epoch: string | undefined;
  app.use(`${apiBase}/*`, async (context, next) => {
    await next();
    context.res.headers.set('Cache-Control', 'no-store');
    epoch ??= await storage.epochs.current().catch(() => undefined);
    if (epoch !== undefined) context.res.headers.set(epochHeader, epoch);
  });
  app.onError((error, context) => {
    const code = problemOf(error);
    if (code === 'internal') logger.error({ requestId: context.var.requestId, stack: error.stack });
    return problem(context, code);
  });
  app.notFound((context) => problem(context, 'not-found'));
  addHealthRoutes(app, services);
  addEnrolmentRoutes(app, services);
  addConfigurationRoutes(app, services);
  addEnvelopeUploadRoute(app, services);
  addEnvelopeOfficeRoutes(app, services);
  addVoidRoutes(app, services);
  addEnvelopeLifeRoutes(app, services);
  addCustodyRoute(app, services);
  addDuplicatesRoute(app, services);
  addRosterRoutes(app, services);
  app.doc31(paths.openapi, { openapi: '3.1.0', info: { title: 'Madoguchi', version: '1' } });
  app.all(`${apiBase}/*`, (context) => problem(context, 'not-found'));
  addStaticRoutes(app, services);
  return app;
}
