import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { problemSchema } from '../../src/protocol/problem';
import { startServer, type StartError } from '../../src/server/main';
import { inspect } from '../../src/server/upkeep/inspect';
import { databaseFileIn } from '../../src/server/upkeep/server-files';
import { provisionedFolder, publishStation, serverKeysOf, start } from './support/running-server';
import { makeEnvelope, type TestEnvelope, uploadOf } from './support/station';

/** A small disk of its own for the server's folder. */
function mountSmallDisk(dataFolder: string): void {
  mkdirSync(dataFolder, { mode: 0o700 });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=700', 'tmpfs', dataFolder]);
  onTestFinished(() => {
    execFileSync('umount', ['-l', dataFolder]);
  });
}

const remount = (dataFolder: string, option: string): Buffer => execFileSync('mount', ['-o', `remount,${option}`, dataFolder]);

async function upload(url: string, envelope: TestEnvelope): Promise<Response> {
  const [path, init] = uploadOf(envelope);
  return fetch(url + path, init);
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0;

describe.runIf(canMount)('a real disk', () => {
  it('that is full is never acknowledged, keeps what was, and goes on where there is room again', async () => {
    const { settings, office } = await provisionedFolder(mountSmallDisk);
    const server = await start(settings);
    const serverKeys = await serverKeysOf(settings);
    const station = await publishStation(server.url, office, { serverKeys });
    const kept: TestEnvelope[] = [];
    const refused: TestEnvelope[] = [];
    for (let sequence = 1; sequence <= 24; sequence += 4) {
      const numbers = [sequence, sequence + 1, sequence + 2, sequence + 3];
      const envelopes = await Promise.all(
        numbers.map((number) => makeEnvelope(station, { sequence: number }, new Uint8Array(300_000).fill(number))),
      );
      const answers = await Promise.all(envelopes.map((envelope) => upload(server.url, envelope)));
      for (const [index, answer] of answers.entries()) {
        const envelope = envelopes[index];
        if (envelope) (answer.status === 201 ? kept : refused).push(envelope);
        if (answer.status !== 201) expect(problemSchema.parse(await answer.json()).code).toBe('storage-full');
      }
    }
    expect(kept.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    remount(settings.dataFolder, 'size=64m');
    for (const envelope of kept) expect((await upload(server.url, envelope)).status).toBe(200);
    for (const envelope of refused) expect((await upload(server.url, envelope)).status).toBe(201);
    await server.close();
    const { faults, gaps, municipalities } = await inspect(databaseFileIn(settings.dataFolder));
    expect(faults).toEqual([]);
    expect(gaps).toEqual([]);
    expect(municipalities[0]?.envelopes).toBe(24);
  }, 60_000);

  it('that is read-only is named in one line at the start, and nothing is lost once it can be written again', async () => {
    const { settings, office } = await provisionedFolder(mountSmallDisk);
    const server = await start(settings);
    const station = await publishStation(server.url, office);
    const envelope = await makeEnvelope(station);
    expect((await upload(server.url, envelope)).status).toBe(201);
    await server.close();
    remount(settings.dataFolder, 'ro');
    const failure = { code: 'folder-not-writable' } satisfies Partial<StartError>;
    await expect(startServer(settings)).rejects.toMatchObject(failure);
    remount(settings.dataFolder, 'rw');
    expect((await upload((await start(settings)).url, envelope)).status).toBe(200);
  });
});
