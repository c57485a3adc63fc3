import type { Context } from 'hono';
import { compress } from 'hono/compress';
import type { App, AppEnv } from '../http/app-env';
import { hasEtag } from '../http/entity-tag';
import { problem } from '../http/problem-answer';
import { findWebFile } from '../http/web-file';
import type { Services } from '../services';

const kioskPage = '/index.html';
const officePage = '/src/office/index.html';
/** What the build names by its own content, so that it never changes under a name. */
const hashedFolder = '/assets/';

/** The built web apps: kiosk at `/`, office at `/office/`. */
export function addStaticRoutes(app: App, { webFolder }: Services): void {
  app.use('*', compress());
  app.get('/office', (context) => context.redirect('/office/', 308));
  app.get('*', async (context) => {
    const path = pageOf(context.req.path) ?? context.req.path;
    const file = (await findWebFile(webFolder, path)) ?? (await findPageToOpen(context, webFolder));
    if (!file) return problem(context, 'not-found');
    context.header('Cache-Control', path.startsWith(hashedFolder) ? 'public, max-age=31536000, immutable' : 'no-cache');
    context.header('ETag', file.etag);
    if (hasEtag(context.req.header('if-none-match'), file.etag)) return context.body(null, 304);
    return context.body(file.bytes, 200, { 'Content-Type': file.mediaType });
  });
}

function pageOf(path: string): string | undefined {
  if (path === '/') return kioskPage;
  return path === '/office/' ? officePage : undefined;
}

/** The app's page for a path of its own that was opened or reloaded; never for a script, a picture or a fetch. */
async function findPageToOpen(context: Context<AppEnv>, webFolder: string) {
  const { path } = context.req;
  const isFile = path.startsWith(hashedFolder) || /\.[^/]+$/.test(path);
  const isNavigation =
    context.req.header('sec-fetch-mode') === 'navigate' || (context.req.header('accept') ?? '').includes('text/html');
  if (isFile || !isNavigation) return undefined;
  return findWebFile(webFolder, path.startsWith('/office/') ? officePage : kioskPage);
}
