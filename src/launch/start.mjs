// @ts-check
import { requireNode } from './node-version.mjs';

requireNode();
const { launchMadoguchi } = await import('./launch-madoguchi.mjs');
await launchMadoguchi(['start', ...process.argv.slice(2)], { needsWeb: true });
