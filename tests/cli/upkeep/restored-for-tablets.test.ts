import 'fake-indexeddb/auto';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { getOfficeProfile } from '../../../src/cli/office/office-profile';
import { officeWithServer, startOn } from '../support/office-with-server';
import { QueueingTablet } from '../support/queueing-tablet';

test('restored from yesterday, the server gets back at its first answer what it lacks: lost 0, doubled 0', async () => {
  const place = await officeWithServer();
  const { run, serverFolder, folder } = place;
  const tablet = await QueueingTablet.confirmedAt(place, (await getOfficeProfile(place.office)).recipients);
  onTestFinished(() => tablet.delivery.stop());
  const yesterday = await tablet.seal(5);
  await tablet.run(() => tablet.delivery.start());
  expect((await run(['backup', 'yesterday.sqlite', '--server', serverFolder])).exitCode).toBe(0);
  await run(['republish']);
  expect((await tablet.refresh()).kind).toBe('updated');
  const ofYesterday = tablet.configuration?.version ?? 0;
  await tablet.seal(12).then((ids) => yesterday.push(...ids));
  await tablet.run();
  expect(await tablet.states(yesterday)).toEqual(new Set(['delivered']));

  await place.server.close();
  expect((await run(['restore', 'yesterday.sqlite', '--server', serverFolder])).exitCode).toBe(0);
  await startOn(serverFolder, folder, Number(new URL(place.server.url).port));
  const next = await tablet.seal(1);
  await tablet.run();
  expect(await tablet.states([...yesterday, ...next])).toEqual(new Set(['delivered']));
  expect(await tablet.queue.figures()).toMatchObject({ sealed: 18, waiting: 0, refused: 0, delivered: 18 });
  const { envelopes } = await place.client.listEnvelopes('');
  expect(envelopes.map(({ envelopeId }) => envelopeId).sort()).toEqual([...yesterday, ...next].sort());
  expect((await run(['verify', '--server', serverFolder])).terminal.printed.at(-1)).toBe('0 faults, 0 gaps');

  expect((await tablet.refresh()).kind, 'an older configuration is not taken').toBe('stale');
  await run(['republish']);
  expect((await tablet.refresh()).kind).toBe('updated');
  expect(tablet.configuration?.version).toBe(ofYesterday + 1);
  expect(await tablet.queue.nextSequence()).toBe(19);
}, 60_000);

test('restored from a damaged backup, the server gets the sealed bytes that are lost in it from the tablets again', async () => {
  const place = await officeWithServer();
  const { run, serverFolder, folder } = place;
  const tablet = await QueueingTablet.confirmedAt(place, (await getOfficeProfile(place.office)).recipients);
  onTestFinished(() => tablet.delivery.stop());
  const ids = await tablet.seal(4);
  await tablet.run(() => tablet.delivery.start());
  const receipts = async () => (await place.client.listEnvelopes('')).envelopes.map(({ receipt }) => receipt);
  const before = await receipts();
  expect((await run(['fetch', '--out', 'in'])).exitCode).toBe(0);
  expect((await run(['backup', 'damaged.sqlite', '--server', serverFolder])).exitCode).toBe(0);
  await place.server.close();
  const backup = new BetterSqlite(join(folder, 'damaged.sqlite'));
  backup.prepare('delete from envelope_bytes where envelope_id = ?').run(ids[0]);
  backup.prepare('update envelope_bytes set bytes = zeroblob(10) where envelope_id = ?').run(ids[1]);
  backup.close();

  expect((await run(['restore', 'damaged.sqlite', '--server', serverFolder])).terminal.errors.at(-1)).toContain(
    '[backup-damaged]',
  );
  const restored = await run(['restore', 'damaged.sqlite', '--damaged', '--server', serverFolder]);
  expect(restored.terminal.printed).toContainEqual(expect.stringMatching(/^2 of its envelopes are without/));
  expect((await run(['verify', '--server', serverFolder])).terminal.printed.at(-1)).toBe('2 faults, 0 gaps');
  await startOn(serverFolder, folder, Number(new URL(place.server.url).port));
  await tablet.seal(1);
  await tablet.run();
  expect(await tablet.queue.figures()).toMatchObject({ sealed: 5, waiting: 0, refused: 0, delivered: 5 });
  expect((await receipts()).slice(0, 4), 'the first receipts hold').toEqual(before);
  expect((await run(['verify', '--server', serverFolder])).terminal.printed.at(-1)).toBe('0 faults, 0 gaps');
  const all = await run(['fetch', '--out', 'again', '--all']);
  expect(all.terminal.printed.at(-1)).toBe('5 fetched, 0 here already, 0 held, 0 skipped');
}, 60_000);
