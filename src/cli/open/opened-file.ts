import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { applicationDocumentSchema } from '../../protocol/application-document';
import { inThisVersion } from '../../protocol/application/versions';
import { manifestSchema } from '../../protocol/manifest';
import type { z } from '../../protocol/zod';
import type { OpenedEnvelope } from '../../sealing/open';
import { getFile, writeNewFile, type WriteOutcome } from '../files/durable-file';
import { parseJson } from '../files/json-file';

/** What `open` writes as JSON: the application as it was sealed, and the manifest it came with. */
const openedFileSchema = applicationDocumentSchema.extend({ manifest: manifestSchema });
export type OpenedFile = z.infer<typeof openedFileSchema>;

/** `<applicationId>_<receptionNumber>`, without the ending. */
export function baseNameOf({ applicationId, receptionNumber }: Pick<OpenedFile, 'applicationId' | 'receptionNumber'>): string {
  return `${applicationId}_${receptionNumber}`;
}

/**
 * Writes photo and JSON of an opened envelope; the JSON last, so that where it lies the photo lies too. Files
 * that are there are left as they are; one that an earlier version of this program wrote of the same application is
 * no other.
 */
export async function writeOpened({ application, manifest, photo }: OpenedEnvelope, outFolder: string): Promise<WriteOutcome> {
  const path = join(outFolder, baseNameOf(application));
  if (photo && (await writeNewFile(`${path}.jpg`, photo)) === 'different') return 'different';
  const opened: OpenedFile = { ...application, manifest };
  const outcome = await writeNewFile(`${path}.json`, `${JSON.stringify(opened, null, 2)}\n`);
  if (outcome !== 'different') return outcome;
  return isDeepStrictEqual(await findOpened(`${path}.json`), opened) ? 'identical' : 'different';
}

/** What such a file holds; undefined where it does not read. */
async function findOpened(file: string): Promise<OpenedFile | undefined> {
  return openedFileSchema.safeParse(inThisVersion(parseJson((await getFile(file)).toString('utf8')))).data;
}

/** Marks an application that was opened before its void came. */
export async function writeVoid(opened: OpenedFile, voidJws: string, outFolder: string): Promise<void> {
  await writeNewFile(`${join(outFolder, baseNameOf(opened))}.void`, voidJws);
}

export interface OpenedFolder {
  readonly applications: readonly OpenedFile[];
  /** Reception numbers, by file name, of files that do not hold what their name says. */
  readonly unreadable: readonly string[];
  /** Base names of those whose void came later. */
  readonly voided: ReadonlySet<string>;
}

/** Reads what was opened into a folder before; files that no `open` wrote are passed over. */
export async function readOpenedFolder(folder: string): Promise<OpenedFolder> {
  const applications: OpenedFile[] = [];
  const unreadable: string[] = [];
  const voided = new Set<string>();
  for (const name of (await readdir(folder)).sort()) {
    const plainName = name.normalize('NFC');
    if (/^\d{23}_.+\.void$/.test(plainName)) voided.add(plainName.replace(/\.void$/, ''));
    const receptionNumber = /^\d{23}_(.+)\.json$/.exec(plainName)?.[1];
    if (receptionNumber === undefined) continue;
    const opened = await findOpened(join(folder, name));
    if (opened) applications.push(opened);
    else unreadable.push(receptionNumber);
  }
  return { applications, unreadable, voided };
}
