import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { administratorClient } from '../../src/cli/client/administrator-client';
import { getAdministrator } from '../../src/cli/office/administrator';
import { officeFolderAt } from '../../src/cli/office/office-folder';
import { baseNameOf, type OpenedFile, readOpenedFolder } from '../../src/cli/open/opened-file';
import { manifestSchema } from '../../src/protocol/manifest';
import { type Applicant, applicationIdOf, nameOf, photoOf } from './page/applicant';
import type { Scene } from './scene';

/** What three sides say, each by itself. */
export interface Reconciliation {
  /** People who were shown a number. */
  readonly confirmed: number;
  /** Of these: opened by the office under that number, every byte as it was confirmed. */
  readonly delivered: number;
  readonly lost: number;
  /** Envelopes more than people, at the server or in the office. */
  readonly doubled: number;
  readonly serverHolds: number;
  readonly officeOpened: number;
  /** Which are lost or doubled, by reception number or application. */
  readonly names: readonly string[];
}

/** Compares what was confirmed on screen with what the server holds and what the office opens, byte for byte. */
export async function reconcile(scene: Scene): Promise<Reconciliation> {
  const folder = await openEverything(scene);
  const { applications } = await readOpenedFolder(folder);
  const held = await numbersAtServer(scene);
  const { confirmed } = scene.ledger;
  const byNumber = new Map(applications.map((application) => [application.receptionNumber as string, application]));
  const lost: string[] = [];
  for (const [number, applicant] of confirmed) {
    const opened = byNumber.get(number);
    if (!opened || !(await isByteForByte(opened, applicant, folder))) lost.push(number);
  }
  const doubled = [...repeatsOf(applications.map(({ applicationId }) => applicationId)), ...repeatsOf(held)];
  return {
    confirmed: confirmed.size,
    delivered: confirmed.size - lost.length,
    lost: lost.length,
    doubled: doubled.length,
    serverHolds: held.length,
    officeOpened: applications.length,
    names: [...lost.map((name) => `lost ${name}`), ...doubled.map((name) => `doubled ${name}`)],
  };
}

/** The office's own commands: everything is fetched, then everything is opened. */
async function openEverything({ product, folder }: Scene): Promise<string> {
  const [arrived, opened] = [join(folder, 'arrived'), join(folder, 'opened')];
  const fetched = await product.command('fetch', '--out', arrived);
  if (fetched.exitCode !== 0) console.error(`fetch: ${fetched.stdout}${fetched.stderr}`);
  const identity = join(product.dataFolder, 'office/identity.age.txt');
  const run = await product.command('open', '--identity', identity, '--in', arrived, '--out', opened);
  if (run.exitCode !== 0) console.error(`open: ${run.stderr}`);
  return opened;
}

async function numbersAtServer({ product }: Scene): Promise<readonly string[]> {
  const client = administratorClient(await getAdministrator(officeFolderAt(join(product.dataFolder, 'office'))));
  const numbers: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page = await client.listEnvelopes(after);
    for (const { manifest } of page.envelopes) {
      const payload = Buffer.from(manifest.split('.')[1] ?? '', 'base64url').toString('utf8');
      numbers.push(manifestSchema.parse(JSON.parse(payload)).receptionNumber);
    }
    after = page.next;
  }
  return numbers;
}

async function isByteForByte(opened: OpenedFile, applicant: Applicant, folder: string): Promise<boolean> {
  const photo = await readFile(join(folder, `${baseNameOf(opened)}.jpg`)).catch(() => undefined);
  const isTheirs = opened.applicationId === applicationIdOf(applicant) && opened.contact.name === nameOf(applicant);
  return isTheirs && photo !== undefined && photo.equals(photoOf(applicant).bytes);
}

/** One for each time that something comes again. */
function repeatsOf(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}
