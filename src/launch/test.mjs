// @ts-check
import { requireNode } from './node-version.mjs';

requireNode();
const { runTests } = await import('./testing/run-tests.mjs');
process.exitCode = await runTests(process.argv.slice(2));
