import { join } from 'node:path';
import { ensureNextReceiptKey, findReceiptKey } from '../../server/receipt-key';
import { CommandFailure } from '../failure';
import { writeJsonFile } from '../files/json-file';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { getServerFolder } from './server-folder';

/**
 * Makes the key that signs receipts next, and the public part to carry to the office. The server uses it as soon as the
 * office's configuration lists it; the same again names the same key.
 */
export async function runRotateReceiptKey(terminal: Terminal, named: string | undefined): Promise<ExitCode> {
  const folder = getServerFolder(terminal, named);
  const present = await findReceiptKey(folder);
  if (!present) throw new CommandFailure('not-set-up', `There is no receipt key in ${folder}.`);
  const { signer, key } = await ensureNextReceiptKey(folder);
  const serverPublic = join(folder, 'server-public.json');
  await writeJsonFile(serverPublic, { kid: signer.kid, key });
  terminal.print(`The next receipt key is ${signer.kid}. Until the office lists it, ${present.signer.kid} goes on signing.`);
  terminal.print(`Carry this file to the office: ${serverPublic}`);
  terminal.print('There: madoguchi republish --server-public FILE');
  return 0;
}
