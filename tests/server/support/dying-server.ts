import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../../src/server/app';
import { listen } from '../../../src/server/listen';
import { openStorage } from '../../../src/server/open-storage';
import { findReceiptKey } from '../../../src/server/receipt-key';
import type { EnvelopeStore } from '../../../src/server/storage/envelope-store';

/**
 * A server, composed as in src/server/main.ts, that kills itself with SIGKILL while it takes an envelope: the
 * process of its own that a test starts. Prints its address once it listens.
 */
export type MomentOfDeath = 'beforeCommit' | 'afterCommit';

const { DATA_FOLDER: dataFolder = '', MOMENT_OF_DEATH: moment } = process.env;

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

const storage = await openStorage(dataFolder);
const receiptKey = await findReceiptKey(dataFolder);
if (!receiptKey) throw new Error('the folder was not set up');

const store: EnvelopeStore['store'] = async (envelope, issueReceipt, nowMs) => {
  if (moment === 'beforeCommit') return storage.envelopes.store(envelope, (head) => issueReceipt(head).then(die), nowMs);
  await storage.envelopes.store(envelope, issueReceipt, nowMs);
  return die();
};

const app = createApp({
  storage: { ...storage, envelopes: { ...storage.envelopes, store } },
  receiptKeys: { signer: receiptKey.signer, takeNext: () => Promise.resolve() },
  webFolder: join(dataFolder, '..', 'web'),
  trustedProxy: undefined,
  isTls: false,
  nowMs: Date.now,
  logger: pino({ enabled: false }),
});
const { url } = await listen(app, { host: '127.0.0.1', port: 0 }, () => storage.close());
process.stdout.write(`${url}\n`);
