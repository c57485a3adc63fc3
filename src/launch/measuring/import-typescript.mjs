// @ts-check
import { join } from 'node:path';
import { projectRoot } from '../project-root.mjs';

/**
 * Loads a TypeScript module of the tests into this process: Node 20 reads none by itself.
 * @param {string} path from the project's root
 * @returns {Promise<any>}
 */
export async function importTypeScript(path) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(projectRoot, path), { configFile: false, root: projectRoot });
  return module;
}
