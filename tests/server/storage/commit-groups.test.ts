import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { startWriter } from '../../../src/server/storage/sqlite/open-sqlite-storage';
import { CommitGroups } from '../../../src/server/storage/sqlite/thread/commit-groups';
import { SqliteThread } from '../../../src/server/storage/sqlite/thread/sqlite-thread';
import { temporaryFolder } from '../support/test-server';

/** What was sent to the thread, and what the writers were told, in order. */
let events: string[] = [];
let writer: SqliteThread;
let groups: CommitGroups;
let file = '';
let nowMs = 0;

beforeEach(async () => {
  events = [];
  nowMs = 0;
  file = join(temporaryFolder(), 'groups.sqlite');
  writer = startWriter(file, {});
  onTestFinished(() => writer.close());
  await writer.run('create table notes (name text primary key)');
  const run = writer.run.bind(writer);
  writer.run = (sql, parameters) => {
    if (sql === 'commit') events.push('commit');
    return run(sql, parameters);
  };
  groups = new CommitGroups(writer, () => nowMs);
});

async function write(name: string): Promise<void> {
  await groups.begin();
  try {
    await writer.run('insert into notes values (?)', [name]);
  } catch (error) {
    await groups.rollback(error as Error);
    throw error;
  }
  await groups.commit();
  events.push(`told ${name}`);
}

/** A write that fails half-way, after it wrote something. */
async function fail(name: string, ending: string): Promise<void> {
  await groups.begin();
  await writer.run('insert into notes values (?)', [name]);
  await writer.run(ending).catch(() => undefined);
  await groups.rollback(new Error('half-way'));
}

/** As another process sees them: only what is committed. */
async function committed(): Promise<string[]> {
  const reader = new SqliteThread({ file, isReader: true, lockTimeoutMs: 1000, pragmas: [] });
  const { rows } = await reader.run('select name from notes order by name');
  await reader.close();
  return (rows as { name: string }[]).map(({ name }) => name);
}

it('commits those that came meanwhile together, and tells nobody before', async () => {
  await Promise.all(['a', 'b', 'c', 'd'].map(write));
  expect(events).toEqual(['commit', 'told a', 'told b', 'told c', 'told d']);
  expect(await committed()).toEqual(['a', 'b', 'c', 'd']);
});

it('lets nobody wait for ever for those behind', async () => {
  const slow = async (name: string): Promise<void> => {
    await groups.begin();
    nowMs += 30;
    await groups.commit();
    events.push(`told ${name}`);
  };
  await Promise.all(['a', 'b', 'c'].map(slow));
  expect(events).toEqual(['commit', 'told a', 'told b', 'commit', 'told c']);
});

it('commits at once where nobody else waits', async () => {
  await write('a');
  await write('b');
  expect(events).toEqual(['commit', 'told a', 'commit', 'told b']);
});

it('takes back what failed half-way, and keeps its neighbours', async () => {
  await Promise.all([write('a'), fail('b', 'select no_such_function()'), write('c'), fail('d', 'select 1')]);
  expect(await committed()).toEqual(['a', 'c']);
  expect(events.filter((event) => event === 'commit')).toHaveLength(1);
});

it('tells every member that nothing was done where SQLite ended the transaction by itself', async () => {
  const outcomes = await Promise.allSettled([write('a'), fail('b', 'rollback'), write('c')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(await committed()).toEqual(['c']);
});

it('tells every member that nothing was done where the commit fails, and goes on', async () => {
  const run = writer.run.bind(writer);
  let isBroken = true;
  writer.run = (sql, parameters) => {
    if (sql !== 'commit' || !isBroken) return run(sql, parameters);
    isBroken = false;
    return run('commit no such thing', parameters);
  };
  const outcomes = await Promise.allSettled([write('a'), write('b')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await committed()).toEqual([]);
  await write('c');
  expect(await committed()).toEqual(['c']);
});

it('gives the turn on where the lock is not to be had', async () => {
  const other = startWriter(file, {});
  onTestFinished(() => other.close());
  await writer.run('pragma busy_timeout = 1');
  await other.run('begin immediate');
  const outcomes = await Promise.allSettled([write('a'), write('b')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await other.run('rollback');
  await write('c');
  expect(await committed()).toEqual(['c']);
});

it('does nothing after a statement that failed, not even a commit, until the write is taken back', async () => {
  const sent = ['begin immediate', "insert into notes values ('a')", 'select no_such_function()', 'commit', 'rollback'];
  const outcomes = await Promise.allSettled(sent.map((statement) => writer.run(statement)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'fulfilled']);
  expect(await committed()).toEqual([]);
  await write('b');
  expect(await committed()).toEqual(['b']);
});

it('sends what a write asks first together with its beginning, in one message', async () => {
  const messages = vi.spyOn(Worker.prototype, 'postMessage');
  onTestFinished(() => messages.mockRestore());
  await groups.begin();
  await writer.run("insert into notes values ('a')");
  expect(messages).toHaveBeenCalledTimes(1);
  await groups.commit();
  expect(messages).toHaveBeenCalledTimes(2);
});
