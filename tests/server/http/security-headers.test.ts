import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { paths } from '../../../src/protocol/http';
import { sha256 } from '../../../src/sealing/digest';
import { injectedStyleHashes } from '../../../src/server/http/security-headers';
import { openTestServer, writeWeb } from '../support/test-server';

const reactAria = dirname(createRequire(import.meta.url).resolve('react-aria/package.json'));

/** The style sheet that a module of react-aria writes into the page: its template with its own constants filled in. */
function injectedStyle(module: string): string {
  const source = readFileSync(join(reactAria, module), 'utf8');
  const template = /style\.textContent = `([^`]*)`\s*\.trim\(\)/.exec(source)?.[1];
  if (template === undefined) throw new Error(`${module} writes no style sheet any more`);
  return template.replace(/\$\{([^}]+)\}/g, (_, name: string) => constantOf(source, name)).trim();
}

function constantOf(source: string, name: string): string {
  const value = source
    .split('\n')
    .find((line) => line.startsWith(`const ${name} = '`))
    ?.split("'")[1];
  if (value === undefined) throw new Error(`no constant ${name}`);
  return value;
}

async function hashOf(text: string): Promise<string> {
  return `sha256-${Buffer.from(await sha256(new TextEncoder().encode(text)), 'base64url').toString('base64')}`;
}

it('allows exactly the style sheets that the installed react-aria writes', async () => {
  const modules = ['dist/private/interactions/usePress.mjs', 'dist/private/overlays/usePreventScroll.mjs'];
  expect(await Promise.all(modules.map((module) => hashOf(injectedStyle(module))))).toEqual(injectedStyleHashes);
});

it('puts the strict policy on pages, worker scripts, answers of the API and problems alike', async () => {
  const server = await openTestServer();
  await writeWeb(server.folder, { 'index.html': '<!doctype html>', 'service-worker.js': '', 'assets/scan.worker-1a2b.js': '' });
  const policies = new Set<string>();
  for (const path of ['/', '/service-worker.js', '/assets/scan.worker-1a2b.js', '/healthz', paths.envelopes, '/nothing.js']) {
    const { headers } = await server.app.request(path);
    policies.add(headers.get('content-security-policy') ?? 'none');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toMatch(/^camera=\(self\), screen-wake-lock=\(self\)(, [a-z-]+=\(\))+$/);
    expect(headers.get('strict-transport-security')).toBeNull();
  }
  expect(policies.size).toBe(1);
  const [policy = ''] = policies;
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  const directives = new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive]));
  for (const name of ['default-src', 'base-uri', 'form-action', 'frame-ancestors']) {
    expect(directives.get(name)).toBe(`${name} 'none'`);
  }
  expect(directives.get('script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
});

it('asks for TLS ever after where it speaks TLS itself', async () => {
  const { app } = await openTestServer({ services: { isTls: true } });
  expect((await app.request('/healthz')).headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}$/);
});
