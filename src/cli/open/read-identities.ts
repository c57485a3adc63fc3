import { resolve } from 'node:path';
import { isIdentityFileProtected, readIdentityFile } from '../../sealing/office/identity-file';
import { CommandFailure } from '../failure';
import { getFile } from '../files/durable-file';
import { readPassphrase } from '../terminal/read-passphrase';
import type { Terminal } from '../terminal/terminal';

/** The secret keys of an age identity file; asks for its passphrase where it has one. */
export async function readIdentities(
  terminal: Terminal,
  file: string,
  passphraseFile: string | undefined,
): Promise<readonly string[]> {
  const bytes = await getFile(resolve(terminal.folder, file));
  const isProtected = isIdentityFileProtected(bytes);
  const passphrase = isProtected ? await readPassphrase(terminal, passphraseFile, 'Passphrase of the office key: ') : '';
  const reading = await readIdentityFile(bytes, passphrase);
  if (reading.kind === 'identities') return reading.identities;
  if (reading.kind === 'passphraseWrong')
    throw new CommandFailure('passphrase-wrong', 'The passphrase does not open the office key.');
  const place = reading.line > 0 ? `: line ${reading.line} is no age secret key` : ': it holds no age secret key';
  throw new CommandFailure('identity-unreadable', `${file} cannot be used${place}.`);
}
