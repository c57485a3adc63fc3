import { spawnSync } from 'node:child_process';
import { mkdirSync, statfsSync } from 'node:fs';

const roomySize = '2g';
const leftBytes = 96 * 1024;

/** The server's disk: a file system in memory that can be made as small as what lies on it. */
export class SmallDisk {
  readonly folder: string;
  #isMounted = false;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Where this machine does not let us, the folder is an ordinary one. */
  mount(): void {
    this.#isMounted = run('mount', '-t', 'tmpfs', '-o', `size=${roomySize},mode=0700`, 'madoguchi-faults', this.folder);
  }

  get isSmall(): boolean {
    return this.#isMounted;
  }

  /** Leaves room for so little, or for no envelope of the usual size. Whether it could be done. */
  fill(bytes = leftBytes): boolean {
    if (!this.#isMounted) return false;
    const { blocks, bfree, bsize } = statfsSync(this.folder);
    return this.#resize(String((blocks - bfree) * bsize + bytes));
  }

  empty(): void {
    if (this.#isMounted && !this.#resize(roomySize)) throw new Error('the small disk cannot be made larger again');
  }

  unmount(): void {
    if (this.#isMounted) run('umount', '--lazy', this.folder);
    this.#isMounted = false;
  }

  #resize(size: string): boolean {
    return run('mount', '-t', 'tmpfs', '-o', `remount,size=${size}`, 'madoguchi-faults', this.folder);
  }
}

function run(program: string, ...words: readonly string[]): boolean {
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0;
}
