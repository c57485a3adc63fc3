import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { destination, pino } from 'pino';
import { createApp } from './app';
import { listen, type RunningServer } from './listen';
import { ensureFolder, openStorage } from './open-storage';
import { noteKeepDays } from './retention/keep-days';
import { purgeOnSchedule, usualKeepDoneDays } from './retention/purge-on-schedule';
import { findReceiptKey } from './receipt-key';
import { receiptKeysIn } from './receipt-keys';
import { checkSettings, type ServerSettings } from './server-settings';
import { StartError } from './start-error';

export type { RunningServer } from './listen';
export type { ServerSettings } from './server-settings';
export { StartError } from './start-error';

/**
 * Starts the server on a provisioned folder and resolves once it listens. Throws StartError for whatever the
 * person who started it can put right; its message is one line.
 */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  checkSettings(settings);
  const { dataFolder, webFolder, trustedProxy } = settings;
  await checkWebFolder(webFolder);
  await ensureFolder(dataFolder);
  const receiptKey = await findReceiptKey(dataFolder);
  if (!receiptKey) throw new StartError('not-provisioned', `No municipality was set up in ${dataFolder} yet.`);
  const storage = await openStorage(dataFolder);
  const receiptKeys = receiptKeysIn({ dataFolder, storage }, receiptKey);
  const logger = pino({ base: null }, settings.log ?? destination(1));
  const app = createApp({
    storage,
    receiptKeys,
    webFolder,
    trustedProxy,
    isTls: settings.tls !== undefined,
    nowMs: Date.now,
    logger,
  });
  try {
    await receiptKeys.takeNext();
    const keepDays = settings.keepDoneDays ?? usualKeepDoneDays;
    await noteKeepDays(storage, keepDays, Date.now());
    const stopPurging = purgeOnSchedule(storage, { keepDays, logger });
    return await listen(app, settings, () => stopPurging().then(() => storage.close()));
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function checkWebFolder(webFolder: string): Promise<void> {
  const index = await stat(join(webFolder, 'index.html')).catch(() => undefined);
  if (!index?.isFile()) throw new StartError('web-missing', `${webFolder} holds no built web app (index.html).`);
}
