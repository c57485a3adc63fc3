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
  /** @type {{ path: string, bytes: Buffer } | undefined} */
  let made;
  const make = () => (made ??= makePostalFile());
  return {
    name: 'madoguchi:postal',
    resolveId: (id) => (id === virtualName ? resolvedName : undefined),
    load(id) {
      if (id !== resolvedName) return undefined;
      const { path, bytes } = make();
      return `export const postalFile = ${JSON.stringify({ path, byteLength: bytes.byteLength })};`;
    },
    generateBundle() {
      const { path, bytes } = make();
      this.emitFile({ type: 'asset', fileName: path.slice(1), source: bytes });
    },
  };
}

function makePostalFile() {
  const bytes = gzipSync(makePostalTable(), { level: 9 });
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { path: `/postal/codes-${digest.slice(0, 16)}.bin`, bytes };
}
