// @ts-check
import { requireNode } from './node-version.mjs';

requireNode();
const { launchMadoguchi } = await import('./launch-madoguchi.mjs');
const words = process.argv.slice(2);
await launchMadoguchi(words, { needsWeb: words[0] === 'start' || words[0] === 'serve' });
