// @ts-check
import { requireNode } from '../node-version.mjs';

requireNode();
const { prepare } = await import('../prepare.mjs');
const { orExplain } = await import('../launch-failure.mjs');

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
await orExplain(async () => {
  await prepare(['web', 'node', 'studioPage', 'counterOld', 'counterNew']);
  const { callTypeScript } = await import('./call-typescript.mjs');
  await callTypeScript('tests/bench/bench-command.ts', 'benchCommand', only);
});
