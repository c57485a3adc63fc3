import { readFileSync } from 'node:fs';
import type { FaultTablet } from '../faults/tablet/fault-tablet';

/** Memory that the tablet's page has to itself: private pages of its process, as Linux counts them. In MB. */
export async function privateMegabytes(tablet: FaultTablet): Promise<number> {
  const sizes = (await tablet.rendererIds()).map(privateOf);
  return Math.max(...sizes);
}

function privateOf(processId: number): number {
  const rollup = readFileSync(`/proc/${String(processId)}/smaps_rollup`, 'utf8');
  const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].map(([, size]) => Number(size));
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1024;
}
