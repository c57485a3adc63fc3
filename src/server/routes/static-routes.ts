import type { Context } from 'hono';
import { compress } from 'hono/compress';
import type { App, AppEnv } from '../http/app-env';
import { hasEtag } from '../http/entity-tag';
import { problem } from '../http/problem-answer';
import { readRange } from '../http/byte-range';
import { findWebFile, type WebFile } from '../http/web-file';
import type { Services } from '../services';

const kioskPage = '/index.html';
const officePage = '/src/office/index.html';
/** What the build names by its own content, so that it never changes under a name. */
const hashedFolders = ['/assets/', '/models/'];
const forGood = 'public, max-age=31536000, immutable';

/** The built web apps: kiosk at `/`, office at `/office/`. */
export function addStaticRoutes(app: App, { webFolder }: Services): void {
  app.use('*', compress());
  app.get('/office', (context) => context.redirect('/office/', 308));
  app.get('*', async (context) => {
    const path = pageOf(context.req.path) ?? context.req.path;
    const file = (await findWebFile(webFolder, path)) ?? (await findPageToOpen(context, webFolder));
    if (!file) return problem(context, 'not-found');
    context.header('Cache-Control', isHashed(path) ? forGood : 'no-cache');
    context.header('ETag', file.etag);
    if (hasEtag(context.req.header('if-none-match'), file.etag)) return context.body(null, 304);
    return sendFile(context, file);
  });
}

/** The whole file, or the part that was asked for: tablets fetch large files piece by piece. */
async function sendFile(context: Context<AppEnv>, { byteLength, read, mediaType }: WebFile): Promise<Response> {
  // A weak entity tag never matches If-Range (RFC 9110, 13.1.5): then the whole file is sent.
  const asked = context.req.header('if-range') === undefined ? context.req.header('range') : undefined;
  const range = readRange(asked, byteLength);
  context.header('Accept-Ranges', 'bytes');
  if (range.kind === 'whole') return context.body(await read(0, byteLength), 200, { 'Content-Type': mediaType });
  if (range.kind === 'unsatisfiable') {
    return context.body(null, 416, { 'Content-Range': `bytes */${byteLength}` });
  }
  const { from, to } = range;
  // Compressing a part would give other bytes than the ones that were asked for.
  context.header('Cache-Control', `${isHashed(context.req.path) ? forGood : 'no-cache'}, no-transform`);
  context.header('Content-Range', `bytes ${from}-${to - 1}/${byteLength}`);
  return context.body(await read(from, to), 206, { 'Content-Type': mediaType });
}

function isHashed(path: string): boolean {
  return hashedFolders.some((folder) => path.startsWith(folder));
}

function pageOf(path: string): string | undefined {
  if (path === '/') return kioskPage;
  return path === '/office/' ? officePage : undefined;
}

/** The app's page for a path of its own that was opened or reloaded; never for a script, a picture or a fetch. */
async function findPageToOpen(context: Context<AppEnv>, webFolder: string) {
  const { path } = context.req;
  const isFile = isHashed(path) || /\.[^/]+$/.test(path);
  const isNavigation =
    context.req.header('sec-fetch-mode') === 'navigate' || (context.req.header('accept') ?? '').includes('text/html');
  if (isFile || !isNavigation) return undefined;
  return findWebFile(webFolder, path.startsWith('/office/') ? officePage : kioskPage);
}
