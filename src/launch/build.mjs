// @ts-check
import { requireNode } from './node-version.mjs';

requireNode();
const { prepare } = await import('./prepare.mjs');
await prepare(['web', 'node']);
