import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeptSigningKey, makeSigningKeyFile, readSigningKeyFile } from '../sealing/signing-key-file';
import { replaceFileDurably } from './replace-file-durably';
import { StartError } from './start-error';

const fileName = 'receipt-key.jwk';

/** The key that signs receipts. Throws StartError where the file is there but no key; undefined where there is none. */
export async function findReceiptKey(dataFolder: string): Promise<KeptSigningKey | undefined> {
  const text = await readFile(join(dataFolder, fileName), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new StartError('receipt-key-invalid', `${join(dataFolder, fileName)} cannot be read.`, { cause: error });
  });
  if (text === undefined) return undefined;
  const key = await readSigningKeyFile(text);
  if (!key) throw new StartError('receipt-key-invalid', `${join(dataFolder, fileName)} holds no signing key.`);
  return key;
}

/** Reads the key, or makes it: durably, because a crash must leave no half key and lose none that has signed. */
export async function ensureReceiptKey(dataFolder: string): Promise<KeptSigningKey> {
  const existing = await findReceiptKey(dataFolder);
  if (existing) return existing;
  const file = join(dataFolder, fileName);
  await replaceFileDurably(file, await makeSigningKeyFile());
  const made = await findReceiptKey(dataFolder);
  if (!made) throw new StartError('receipt-key-invalid', `${file} could not be made.`);
  return made;
}
