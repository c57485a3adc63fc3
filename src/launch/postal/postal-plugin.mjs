// @ts-check
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { makePostalTable } from './make-postal-table.mjs';

const virtualName = 'virtual:postal-file';
const resolvedName = `\0${virtualName}`;

/**
 * Puts the list of postal codes into the build, compressed, and gives the app its path and size as
 * `virtual:postal-file`. One file: asking for a part of it would tell where somebody lives.
 * @returns {import('vite').Plugin}
 */
export function postalPlugin() {
  const bytes = gzipSync(makePostalTable(), { level: 9 });
  const digest = createHash('sha256').update(bytes).digest('hex');
  const path = `/postal/codes-${digest.slice(0, 16)}.bin`;
  return {
    name: 'madoguchi:postal',
    resolveId: (id) => (id === virtualName ? resolvedName : undefined),
    load: (id) =>
      id === resolvedName ? `export const postalFile = ${JSON.stringify({ path, byteLength: bytes.byteLength })};` : undefined,
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: path.slice(1), source: bytes });
    },
  };
}
