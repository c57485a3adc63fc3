import { resolve } from 'node:path';
import { CommandFailure } from '../failure';
import { getFile } from '../files/durable-file';
import type { Terminal } from './terminal';

/** The first line of `--passphrase-file`, or what is typed without echo. Throws `passphrase-needed` where there is neither. */
export async function readPassphrase(terminal: Terminal, file: string | undefined, question: string): Promise<string> {
  const fromFile = file === undefined ? undefined : await getFile(resolve(terminal.folder, file));
  const passphrase = fromFile ? fromFile.toString('utf8').split(/\r?\n/)[0] : await terminal.ask(question, { isHidden: true });
  if (passphrase) return passphrase;
  throw new CommandFailure(
    'passphrase-needed',
    'A passphrase is needed: type it in a terminal, or name a file with --passphrase-file.',
  );
}

/** A new passphrase, typed twice. */
export async function readNewPassphrase(terminal: Terminal, file: string | undefined): Promise<string> {
  const passphrase = await readPassphrase(terminal, file, 'New passphrase for the office key: ');
  if (file !== undefined) return passphrase;
  if ((await terminal.ask('The same again: ', { isHidden: true })) === passphrase) return passphrase;
  throw new CommandFailure('passphrase-wrong', 'The two passphrases differ. Nothing was made.');
}
