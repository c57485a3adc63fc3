// @ts-check
import { readModels } from './read-models.mjs';

const virtualName = 'virtual:model-files';
const resolvedName = `\0${virtualName}`;

/**
 * Puts the model files into the build and gives the app their names, sizes and digests as `virtual:model-files`.
 * @returns {import('vite').Plugin}
 */
export function modelsPlugin() {
  const models = readModels();
  return {
    name: 'madoguchi:models',
    resolveId: (id) => (id === virtualName ? resolvedName : undefined),
    load(id) {
      if (id !== resolvedName) return undefined;
      const modelFiles = models.map(({ name, path, bytes, sha256, isOptional }) => {
        return { name, path, byteLength: bytes.byteLength, sha256, isOptional };
      });
      return `export const modelFiles = ${JSON.stringify(modelFiles)};`;
    },
    generateBundle() {
      for (const { path, bytes } of models) this.emitFile({ type: 'asset', fileName: path.slice(1), source: bytes });
    },
  };
}
