import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { readOpenedFolder, type OpenedFile } from '../../../src/cli/open/opened-file';
import type { Product } from '../product';

/** One application as the office has it after `open`. */
export interface OpenedApplication {
  readonly application: OpenedFile;
  readonly photo: Buffer | undefined;
}

/** The office's work of a day: gets the envelopes from the server, then opens them. By reception number. */
export async function fetchAndOpen(product: Product, folder: string): Promise<ReadonlyMap<string, OpenedApplication>> {
  const [envelopes, opened] = [join(folder, 'envelopes'), join(folder, 'opened')];
  const fetched = await product.command('fetch', '--out', envelopes);
  expect(fetched.exitCode, fetched.stderr).toBe(0);
  const identity = join(product.dataFolder, 'office/identity.age.txt');
  const run = await product.command('open', '--identity', identity, '--in', envelopes, '--out', opened);
  expect(run.exitCode, run.stderr).toBe(0);
  return readOpened(opened);
}

async function readOpened(folder: string): Promise<ReadonlyMap<string, OpenedApplication>> {
  const { applications } = await readOpenedFolder(folder);
  const photos = readdirSync(folder).filter((name) => name.endsWith('.jpg'));
  return new Map(
    applications.map((application) => {
      const photoName = photos.find((name) => name.normalize('NFC').includes(application.receptionNumber));
      const photo = photoName === undefined ? undefined : readFileSync(join(folder, photoName));
      return [application.receptionNumber, { application, photo }];
    }),
  );
}
