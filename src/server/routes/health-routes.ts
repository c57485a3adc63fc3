import { createRoute } from '@hono/zod-openapi';
import { z } from '../../protocol/zod';
import type { App } from '../http/app-env';
import { problem, problemResponses } from '../http/problem-answer';
import type { Services } from '../services';
import { json } from './json-content';

/** For whoever watches the process: whether it runs, and whether it could take an envelope now. */
export function addHealthRoutes(app: App, { storage }: Services): void {
  app.openapi(createRoute(liveRoute), (context) => context.json({ status: 'ok' as const }, 200));

  app.openapi(createRoute(readyRoute), async (context) =>
    (await storage.isUsable()) ? context.json({ status: 'ready' as const }, 200) : problem(context, 'unavailable'),
  );
}

const liveRoute = {
  method: 'get',
  path: '/healthz',
  summary: 'The process answers',
  responses: { 200: { description: 'It does', content: json(z.object({ status: z.literal('ok') })) } },
} as const;

const readyRoute = {
  method: 'get',
  path: '/readyz',
  summary: 'Storage takes writes',
  responses: {
    200: { description: 'It does', content: json(z.object({ status: z.literal('ready') })) },
    ...problemResponses('unavailable'),
  },
} as const;
