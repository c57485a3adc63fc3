import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface TrackedFile {
  /** From the top of the project, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every path that git tracks and that is there. */
export function trackedPaths(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: projectRoot, encoding: 'utf8' });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(projectRoot, path)));
}

/** The tracked files that hold text. */
export function trackedTexts(): TrackedFile[] {
  return trackedPaths()
    .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}
