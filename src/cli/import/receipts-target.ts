import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { formatReceiptsFile, parseReceiptsFile, receiptsFileBytes } from '../../protocol/transfer/receipts-file';
import { CommandFailure } from '../failure';
import { getFile, replaceFile } from '../files/durable-file';
import { makePrivateFolder } from '../files/private-folder';

/** The file into which receipts will go. */
export interface ReceiptsTarget {
  /** As it was named. */
  readonly name: string;
  /** Writes the whole file; call it once, at the end. */
  readonly write: (receipts: readonly string[]) => Promise<void>;
}

/**
 * Where the receipts go, looked at before anything is sent: what a server took in should not lack its receipts for
 * want of a folder, and no file but one of receipts is ever replaced. Throws `folder-unwritable`, `setting-invalid`.
 */
export async function getReceiptsTarget(
  folder: string,
  { files, receipts: named }: { readonly files: readonly string[]; readonly receipts: string | undefined },
): Promise<ReceiptsTarget> {
  const name = named ?? `receipts-${timeName(new Date())}.txt`;
  const path = resolve(folder, name);
  await makePrivateFolder(dirname(path));
  const isGiven = files.some((file) => resolve(folder, file) === path);
  if (isGiven || !(await isFreeForReceipts(path))) {
    throw new CommandFailure('setting-invalid', `--receipts ${name} is there already, and is no file of receipts: name another.`);
  }
  return { name, write: (receipts) => replaceFile(path, formatReceiptsFile(receipts)) };
}

async function isFreeForReceipts(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts) return true;
  if (!facts.isFile() || facts.size > receiptsFileBytes) return false;
  return parseReceiptsFile((await getFile(path)).toString('utf8')).kind === 'receipts';
}

/** Local time as it may stand in a file's name: 20261125-201530. */
function timeName(time: Date): string {
  const parts = [time.getFullYear(), time.getMonth() + 1, time.getDate(), time.getHours(), time.getMinutes(), time.getSeconds()];
  const [year, month, day, hour, minute, second] = parts.map((part) => String(part).padStart(2, '0'));
  return `${year ?? ''}${month ?? ''}${day ?? ''}-${hour ?? ''}${minute ?? ''}${second ?? ''}`;
}
