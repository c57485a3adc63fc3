// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare } from './prepare.mjs';
import { projectRoot } from './project-root.mjs';

/**
 * Runs a command of the built program in this very process, so that signals reach it.
 * @param {readonly string[]} words
 * @param {{ needsWeb: boolean }} needs
 * @returns {Promise<void>}
 */
export async function launchMadoguchi(words, { needsWeb }) {
  await prepare(needsWeb ? ['web', 'node'] : ['node']);
  const program = join(projectRoot, 'dist/node/madoguchi.js');
  process.argv = [process.execPath, program, ...words];
  await import(pathToFileURL(program).href);
}
