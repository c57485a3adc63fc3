import { readFile, writeFile } from 'node:fs/promises';
import BetterSqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { donePath, securedPath } from '../../../src/protocol/http';
import { openStorage } from '../../../src/server/open-storage';
import { purgeDone } from '../../../src/server/retention/purge-done';
import type { FaultKind } from '../../../src/server/upkeep/inspection';
import { gapsIn } from '../../../src/server/upkeep/inspection';
import { inspect } from '../../../src/server/upkeep/inspect';
import { databaseFileIn } from '../../../src/server/upkeep/server-files';
import { provisionedFolder, publishStation, serverKeysOf, start } from '../support/running-server';
import { makeEnvelope, uploadOf } from '../support/station';
import { voidOf } from '../support/void';

/** A server's database with three envelopes, the first of them voided, the third done and purged; 2 is a gap. */
async function filled(): Promise<{ file: string; ids: readonly [string, string, string] }> {
  const { settings, office } = await provisionedFolder();
  const server = await start(settings);
  const station = await publishStation(server.url, office, { serverKeys: await serverKeysOf(settings) });
  const ids: string[] = [];
  for (const sequence of [1, 3, 4]) {
    const envelope = await makeEnvelope(station, { sequence });
    const [path, init] = uploadOf(envelope);
    expect((await fetch(server.url + path, init)).status).toBe(201);
    ids.push(envelope.manifest.envelopeId);
    if (sequence === 1) {
      const [voidAt, voiding] = await voidOf(station, envelope.manifest);
      expect((await fetch(server.url + voidAt, voiding)).status).toBe(201);
    }
  }
  const headers = { Authorization: `Bearer ${office.administratorToken}` };
  for (const path of [securedPath, donePath]) {
    expect((await fetch(server.url + path(ids[2] ?? ''), { method: 'POST', headers })).status).toBe(204);
  }
  await server.close();
  const storage = await openStorage(settings.dataFolder);
  expect(await purgeDone(storage, { keepDays: 0, nowMs: Date.now() })).toBe(1);
  await storage.close();
  return { file: databaseFileIn(settings.dataFolder), ids: ids as [string, string, string] };
}

function alter(file: string, ...statements: string[]): void {
  const database = new BetterSqlite(file);
  for (const statement of statements) database.exec(statement);
  database.close();
}

describe('a look through a database', () => {
  it('finds nothing wrong with what the server itself wrote, counts it, and names the gap', async () => {
    const { file } = await filled();
    const { municipalities, faults, gaps } = await inspect(file);
    expect(faults).toEqual([]);
    expect(municipalities).toEqual([expect.objectContaining({ envelopes: 3, purged: 1, held: 0 })]);
    expect(gaps).toEqual([expect.objectContaining({ from: 2, to: 2 })]);
  });

  it.each([
    ['bytesAltered', (id) => [`update envelope_bytes set bytes = zeroblob(5000) where envelope_id = '${id}'`]],
    ['bytesMissing', (id) => [`delete from envelope_bytes where envelope_id = '${id}'`]],
    [
      'purgedBeforeDone',
      (id) => [
        `delete from envelope_bytes where envelope_id = '${id}'`,
        `update envelopes set purged_at_ms = 5 where envelope_id = '${id}'`,
      ],
    ],
    ['manifestAltered', (id) => [`update envelopes set sequence = 9 where envelope_id = '${id}'`]],
    [
      'receiptAltered',
      (id) => [
        `update envelopes set receipt_jws = (select receipt_jws from envelopes where sequence = 3) where envelope_id = '${id}'`,
      ],
    ],
    ['eventMissing', (id) => [`update envelopes set digest = 'x' where envelope_id = '${id}'`]],
  ] satisfies [FaultKind, (id: string) => string[]][])('finds %s', async (kind, statementsFor) => {
    const { file, ids } = await filled();
    alter(file, ...statementsFor(ids[0]));
    expect((await inspect(file)).faults).toContainEqual({ kind, where: ids[0] });
  });

  it.each([
    ['voidAltered', `update voids set void_jws = 'x.y.z'`],
    ['voidAltered', `update voids set digest = 'x'`],
    ['voidAltered', `update voids set envelope_digest = 'x'`],
    ['voidAltered', `update voids set signer_id = 'x'`],
    ['eventMissing', `update voids set digest = 'x'`],
    ['eventMissing', `update voids set position = 2`],
    ['receiptAltered', `update voids set position = 2`],
    ['receiptAltered', `update voids set receipt_jws = (select receipt_jws from envelopes where sequence = 1)`],
  ] satisfies [FaultKind, string][])('finds %s of a void: %s', async (kind, statement) => {
    const { file, ids } = await filled();
    alter(file, statement);
    expect((await inspect(file)).faults).toContainEqual({ kind, where: `void of ${ids[0]}` });
  });

  it('finds bytes that are here though they were purged', async () => {
    const { file, ids } = await filled();
    alter(file, `insert into envelope_bytes values ('${ids[2]}', zeroblob(10))`);
    expect((await inspect(file)).faults).toEqual([{ kind: 'bytesLeft', where: ids[2] }]);
  });

  it('finds that an envelope and a void are gone of which the audit tells', async () => {
    const { file, ids } = await filled();
    const gone = `envelope_id in ('${ids[1]}', '${ids[2]}')`;
    alter(file, `delete from envelope_bytes where ${gone}`, `delete from envelopes where ${gone}`, 'delete from voids');
    const { faults } = await inspect(file);
    expect(faults).toEqual([
      { kind: 'voidMissing', where: `void of ${ids[0]}` },
      { kind: 'envelopeMissing', where: ids[1] },
      { kind: 'envelopeMissing', where: ids[2] },
    ]);
  });

  it.each(['secured_at_ms', 'released_at_ms', 'done_at_ms', 'purged_at_ms'])(
    'finds a %s of which the audit does not tell, and one that it tells otherwise',
    async (column) => {
      const { file, ids } = await filled();
      alter(file, `update envelopes set ${column} = 5 where envelope_id in ('${ids[0]}', '${ids[2]}')`);
      const { faults } = await inspect(file);
      for (const where of [ids[0], ids[2]]) expect(faults).toContainEqual({ kind: 'stepUntold', where });
    },
  );

  it('goes on behind an event that nobody can read', async () => {
    const { file, ids } = await filled();
    const unreadable = `update audit_events set facts = 'no json' where position = 1`;
    alter(file, 'drop trigger audit_events_stay', unreadable, `delete from envelope_bytes where envelope_id = '${ids[0]}'`);
    const { faults, municipalities } = await inspect(file);
    expect(faults).toEqual([
      { kind: 'auditBroken', where: expect.stringMatching(/from position 1$/) as string },
      { kind: 'bytesMissing', where: ids[0] },
    ]);
    expect(municipalities[0]?.envelopes).toBe(3);
  });

  it.each(['{}', 'no json'])('goes on behind a key that is none: %s', async (key) => {
    const { file } = await filled();
    alter(file, `update municipalities set configuration_key = '${key}'`);
    const { faults, municipalities } = await inspect(file);
    expect(faults).toContainEqual({ kind: 'databaseDamaged', where: expect.stringMatching(/^voids of /) as string });
    expect(municipalities[0]?.envelopes).toBe(3);
  });

  it('names what it can of a database that is overwritten from its middle on, and looks at the rest', async () => {
    const { file } = await filled();
    const whole = await readFile(file);
    await writeFile(file, whole.fill(0xff, whole.length / 2));
    const { faults, municipalities } = await inspect(file);
    expect(faults.map(({ kind }) => kind)).toContain('databaseDamaged');
    expect(municipalities).toHaveLength(1);
  });

  it('finds an event that was changed, and one that was cut out', async () => {
    const { file } = await filled();
    alter(file, 'drop trigger audit_events_stay', 'update audit_events set at_ms = 1 where position = 2');
    const [fault] = (await inspect(file)).faults;
    expect(fault).toEqual({ kind: 'auditBroken', where: expect.stringMatching(/from position 2$/) as string });
  });
});

it.each([
  [[], []],
  [[1, 2, 3], []],
  [[2], [{ from: 1, to: 1 }]],
  [
    [1, 4, 5, 9],
    [
      { from: 2, to: 3 },
      { from: 6, to: 8 },
    ],
  ],
])('the gaps in %j are %j', (sequences, gaps) => {
  expect(gapsIn(sequences)).toEqual(gaps);
});
