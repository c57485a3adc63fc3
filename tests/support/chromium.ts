import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { findBrowser } from '../../src/launch/testing/find-browser.mjs';

/** The browser of the journeys, found as the test command finds it. Throws where there is none. */
export function getChromiumPath(): string {
  const search = findBrowser({
    platform: process.platform,
    env: process.env,
    home: homedir(),
    isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
    listFolder: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  });
  if (search.kind === 'found') return search.path;
  if (search.kind === 'namedButMissing') throw new Error(`MADOGUCHI_CHROMIUM names ${search.path}, where there is no file.`);
  throw new Error(
    'No Chromium, Chrome or Edge for the browser journeys. "npm test" installs one; or set MADOGUCHI_CHROMIUM to its path.',
  );
}

/** Keeps the browser off the network and, as root, out of a sandbox that root cannot have. */
export const quietFlags: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
