// @ts-check
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { requireNode } from '../node-version.mjs';

requireNode();
const { prepare } = await import('../prepare.mjs');
const { LaunchFailure, orExplain } = await import('../launch-failure.mjs');

const folder = process.argv[2];
await orExplain(async () => {
  if (!folder) throw new LaunchFailure('Name the folder of pictures: npm run -s photo:evaluate -- DIR');
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new LaunchFailure(`There is no folder ${folder}.`);
  await prepare(['studioPage']);
  const { callTypeScript } = await import('./call-typescript.mjs');
  await callTypeScript('tests/photo/evaluate-command.ts', 'evaluateCommand', resolve(folder));
});
