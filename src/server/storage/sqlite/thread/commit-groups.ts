import { StorageFailure } from '../../storage-failure';
import type { SqliteThread } from './sqlite-thread';

/** After so many writes, or so long, a group is committed though others wait: nobody waits for ever. */
const mostMembers = 64;
const longestGroupMs = 50;

interface Group {
  readonly begunAtMs: number;
  members: number;
  readonly committed: Promise<void>;
  readonly settle: (failure?: Error) => void;
}

/**
 * Writes take turns on the one connection that writes, and those that came while the disk was busy are committed
 * together: one flush for all of them.
 *
 *   turn ─▶ begin immediate (first of its group) ─▶ savepoint ─▶ the write ─▶ release ─▶ next turn …
 *                                                                   │              └─▶ nobody waits: commit ─▶ all are told
 *                                                                   └─ failed: back to the savepoint; the others stay
 *
 * A write is told that it was done only when its group is on the disk. Where SQLite ended the whole transaction, or
 * the commit failed, nothing of the group is there and every member is told so.
 */
export class CommitGroups {
  readonly #writer: SqliteThread;
  readonly #nowMs: () => number;
  readonly #queue: (() => void)[] = [];
  #isTaken = false;
  #group: Group | undefined;

  constructor(writer: SqliteThread, nowMs: () => number) {
    this.#writer = writer;
    this.#nowMs = nowMs;
  }

  /** Waits for its turn, and begins. Where the lock is not to be had, whatever is written in this turn fails for it. */
  async begin(): Promise<void> {
    await this.#takeTurn();
    if (!this.#group) this.#send('begin immediate');
    this.#group ??= newGroup(this.#nowMs());
    this.#send('savepoint member');
  }

  /** Ends a turn, and resolves when what was written is on the disk. */
  async commit(): Promise<void> {
    const group = this.#group;
    try {
      if (!group) throw new StorageFailure('unavailable');
      group.members += 1;
      await this.#endMember(group);
    } catch (error) {
      await this.#breakGroup(error);
      if (!group) throw error;
    } finally {
      this.#giveTurn();
    }
    await group.committed;
  }

  /** Ends a turn and takes back what was written in it, and nothing else where the transaction still stands. */
  async rollback(failure: Error): Promise<void> {
    const group = this.#group;
    try {
      if (!group) throw failure;
      await this.#writer.run('rollback to member').catch(() => {
        // SQLite has ended the whole transaction, or never began it.
        throw failure;
      });
      await this.#endMember(group);
    } catch (error) {
      await this.#breakGroup(error);
    } finally {
      this.#giveTurn();
    }
  }

  #isDue({ members, begunAtMs }: Group): boolean {
    return this.#queue.length === 0 || members >= mostMembers || this.#nowMs() - begunAtMs > longestGroupMs;
  }

  /** Ends a savepoint, and the group with it where it is due. */
  async #endMember(group: Group): Promise<void> {
    this.#send('release member');
    if (!this.#isDue(group)) return;
    await this.#writer.run('commit');
    this.#group = undefined;
    group.settle();
  }

  /** Without waiting: where it fails, so does what is sent after it, and whoever waits for that hears of it. */
  #send(statement: string): void {
    this.#writer.run(statement).catch(() => undefined);
  }

  /** Nothing of the group is kept. */
  async #breakGroup(cause: unknown): Promise<void> {
    const group = this.#group;
    this.#group = undefined;
    if (this.#writer.isInTransaction) await this.#writer.run('rollback').catch(() => undefined);
    group?.settle(cause instanceof Error ? cause : new StorageFailure('unavailable'));
  }

  async #takeTurn(): Promise<void> {
    if (this.#isTaken) await new Promise<void>((resolve) => this.#queue.push(resolve));
    this.#isTaken = true;
  }

  #giveTurn(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#isTaken = false;
  }
}

function newGroup(begunAtMs: number): Group {
  let settle: Group['settle'] = () => undefined;
  const committed = new Promise<void>((resolve, reject) => {
    settle = (failure) => {
      if (failure === undefined) resolve();
      else reject(failure);
    };
  });
  // A group without members has nobody who waits for it.
  committed.catch(() => undefined);
  return { begunAtMs, members: 0, committed, settle };
}
