// @ts-check
import { join } from 'node:path';
import { projectRoot } from '../project-root.mjs';

/**
 * Calls what a TypeScript module of the tests exports, in this process: Node 20 reads no TypeScript by itself.
 * @param {string} path from the project's root
 * @param {string} name of the exported function
 * @param {readonly unknown[]} given
 * @returns {Promise<unknown>} what it comes to
 */
export async function callTypeScript(path, name, ...given) {
  const { runnerImport } = await import('vite');
  /** @type {{ module: Record<string, (...given: readonly unknown[]) => unknown> }} */
  const { module } = await runnerImport(join(projectRoot, path), { configFile: false, root: projectRoot });
  return module[name]?.(...given);
}
