import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import type { StationEntry } from '../../../src/protocol/configuration';
import { administratorScheme, paths } from '../../../src/protocol/http';
import type { KeptSigningKey } from '../../../src/sealing/signing-key-file';
import { createApp } from '../../../src/server/app';
import type { App } from '../../../src/server/http/app-env';
import { openStorage } from '../../../src/server/open-storage';
import type { Services } from '../../../src/server/services';
import type { SqliteOptions } from '../../../src/server/storage/sqlite/open-sqlite-storage';
import type { Storage } from '../../../src/server/storage/storage';
import { makeKey, makeOffice, type Office, signedConfiguration } from './office';

export interface TestServer {
  readonly app: App;
  readonly storage: Storage;
  readonly office: Office;
  readonly receiptKey: KeptSigningKey;
  readonly folder: string;
  /** Lines of the request log, parsed. */
  readonly log: Record<string, unknown>[];
  readonly administrator: { readonly Authorization: string };
  /** Publishes a configuration with these stations, newer each time. */
  publish(...stations: StationEntry[]): Promise<void>;
}

export interface TestServerOptions {
  readonly sqlite?: SqliteOptions;
  readonly services?: Partial<Services>;
}

/** A temporary folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-server-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The real app over a real SQLite file, without a socket, with one municipality. */
export async function openTestServer({ sqlite, services }: TestServerOptions = {}): Promise<TestServer> {
  const folder = temporaryFolder();
  const storage = await openStorage(folder, sqlite);
  onTestFinished(() => storage.close());
  const office = await makeOffice();
  await provision(storage, office);
  const receiptKey = await makeKey();
  const log: Record<string, unknown>[] = [];
  const app = createApp({
    storage,
    receiptKeys: { signer: receiptKey.signer, takeNext: () => Promise.resolve() },
    webFolder: join(folder, 'web'),
    trustedProxy: undefined,
    isTls: false,
    nowMs: Date.now,
    logger: pino({ base: null }, { write: (line) => log.push(JSON.parse(line) as Record<string, unknown>) }),
    ...services,
  });
  const administrator = { Authorization: `${administratorScheme} ${office.administratorToken}` };
  let version = 0;
  const publish = async (...stations: StationEntry[]): Promise<void> => {
    const body = await signedConfiguration(office, stations, { version: (version += 1) });
    const answer = await app.request(paths.configuration, { method: 'PUT', headers: administrator, body });
    expect(answer.status).toBe(204);
  };
  return { app, storage, office, receiptKey, folder, log, administrator, publish };
}

export async function provision(storage: Storage, office: Office, nowMs = Date.now()): Promise<void> {
  const { code, configurationKey, administratorTokenDigest } = office;
  const outcome = await storage.municipalities.provision(
    { code, configurationKey: configurationKey.key, administratorTokenDigest },
    nowMs,
  );
  expect(outcome.kind).toBe('provisioned');
}

/** Writes files of a web folder. */
export async function writeWeb(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, 'web', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
