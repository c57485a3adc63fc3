// @ts-check
import { requireNode } from '../node-version.mjs';

requireNode();
const { prepare } = await import('../prepare.mjs');
const { orExplain } = await import('../launch-failure.mjs');

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
await orExplain(async () => {
  await prepare(['web', 'node', 'studioPage', 'counterOld', 'counterNew']);
  const { importTypeScript } = await import('./import-typescript.mjs');
  const { benchCommand } = await importTypeScript('tests/bench/bench-command.ts');
  await benchCommand(only);
});
