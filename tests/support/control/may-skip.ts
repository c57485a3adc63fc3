import { spawnSync } from 'node:child_process';

/** Skipping is for a developer's machine: where everything is to be checked, what is missing must show. */
const isEverythingChecked = process.env.CI !== undefined;

/** Whether a test may be left out that needs something which this machine does not have. */
export function maySkip(isThere: boolean): boolean {
  return !isThere && !isEverythingChecked;
}

export function isInstalled(program: string, ...askingItsVersion: readonly string[]): boolean {
  return spawnSync(program, askingItsVersion).status === 0;
}
