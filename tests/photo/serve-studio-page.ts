import { serve } from '@hono/node-server';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { AppEnv } from '../../src/server/http/app-env';
import { securityHeaders } from '../../src/server/http/security-headers';
import { addStaticRoutes } from '../../src/server/routes/static-routes';
import type { Services } from '../../src/server/services';

export const studioPageFolder = fileURLToPath(new URL('../../dist/studio-page', import.meta.url));

export interface StudioSite {
  readonly url: string;
  readonly stop: () => void;
}

/** Serves the built page with the product's own headers, on a free port of this machine. */
export async function serveStudioPage(webFolder: string = studioPageFolder): Promise<StudioSite> {
  const app = new OpenAPIHono<AppEnv>();
  app.use(securityHeaders({ isTls: false }));
  addStaticRoutes(app, { webFolder } as Services);
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/tests/photo/page/index.html`, stop: () => server.close() };
}
