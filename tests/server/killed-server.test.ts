import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { envelopeListSchema } from '../../src/protocol/envelopes';
import { paths } from '../../src/protocol/http';
import { findReceiptKey } from '../../src/server/receipt-key';
import { verifyReceipt } from '../../src/sealing/receipt';
import type { MomentOfDeath } from './support/dying-server';
import { provisionedFolder, publishStation, start } from './support/running-server';
import { makeEnvelope, uploadOf } from './support/station';

const entry = fileURLToPath(new URL('support/dying-server.ts', import.meta.url));
const runEntry = `import('vite').then(({ runnerImport }) => runnerImport(${JSON.stringify(entry)}))`;

/** Starts a process of its own that dies at this moment of its first envelope. */
async function startDying(dataFolder: string, moment: MomentOfDeath) {
  const env = { ...process.env, DATA_FOLDER: dataFolder, MOMENT_OF_DEATH: moment };
  const child = spawn(process.execPath, ['-e', runEntry], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  const [url] = (await Promise.race([once(createInterface(child.stdout), 'line'), exited])) as [string];
  return { url, exited };
}

async function killWhileTaking(moment: MomentOfDeath) {
  const { settings, office } = await provisionedFolder();
  const dying = await startDying(settings.dataFolder, moment);
  const envelope = await makeEnvelope(await publishStation(dying.url, office));
  const [path, init] = uploadOf(envelope);
  await expect(fetch(dying.url + path, init)).rejects.toThrow();
  expect(await dying.exited).toEqual([null, 'SIGKILL']);
  const { url } = await start(settings);
  const listed = await fetch(url + paths.envelopes, { headers: { Authorization: `Bearer ${office.administratorToken}` } });
  const { envelopes } = envelopeListSchema.parse(await listed.json());
  const again = await fetch(url + path, init);
  const key = await findReceiptKey(settings.dataFolder);
  const receiptJws = await again.text();
  const serverKeys = key ? [{ kid: key.signer.kid, key: key.key }] : [];
  const receipt = await verifyReceipt(receiptJws, envelope.manifest, serverKeys);
  return { before: envelopes, status: again.status, receiptJws, receipt };
}

it('gives the first receipt again when the server was killed between commit and answer', async () => {
  const { before, status, receiptJws, receipt } = await killWhileTaking('afterCommit');
  expect(before).toHaveLength(1);
  expect(status).toBe(200);
  expect(receiptJws).toBe(before[0]?.receipt);
  expect(receipt).toMatchObject({ state: 'stored' });
}, 60_000);

it('has nothing of an envelope when the server was killed before the commit, and takes it the next time', async () => {
  const { before, status, receipt } = await killWhileTaking('beforeCommit');
  expect(before).toEqual([]);
  expect(status).toBe(201);
  expect(receipt).toMatchObject({ state: 'stored' });
}, 60_000);
