import { readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type KeptSigningKey, makeSigningKeyFile, readSigningKeyFile } from '../sealing/signing-key-file';
import { flushFolder, replaceFileDurably } from './replace-file-durably';
import { StartError } from './start-error';

const fileName = 'receipt-key.jwk';
/** Made, and not signing before the office lists it. */
const nextFileName = 'receipt-key.next.jwk';

/** The key that signs receipts. Throws StartError where the file is there but no key; undefined where there is none. */
export function findReceiptKey(dataFolder: string): Promise<KeptSigningKey | undefined> {
  return readKey(join(dataFolder, fileName));
}

/** The key that will sign them next; undefined where none was made. Throws as `findReceiptKey`. */
export function findNextReceiptKey(dataFolder: string): Promise<KeptSigningKey | undefined> {
  return readKey(join(dataFolder, nextFileName));
}

async function readKey(file: string): Promise<KeptSigningKey | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new StartError('receipt-key-invalid', `${file} cannot be read.`, { cause: error });
  });
  if (text === undefined) return undefined;
  const key = await readSigningKeyFile(text);
  if (!key) throw new StartError('receipt-key-invalid', `${file} holds no signing key.`);
  return key;
}

/** Reads the key, or makes it: durably, because a crash must leave no half key and lose none that has signed. */
export function ensureReceiptKey(dataFolder: string): Promise<KeptSigningKey> {
  return ensureKey(join(dataFolder, fileName));
}

/** Reads the next key, or makes it. */
export function ensureNextReceiptKey(dataFolder: string): Promise<KeptSigningKey> {
  return ensureKey(join(dataFolder, nextFileName));
}

/** The next key takes the present one's place, in one step; the private half of the former is gone. */
export async function promoteNextReceiptKey(dataFolder: string): Promise<void> {
  const file = join(dataFolder, fileName);
  await rename(join(dataFolder, nextFileName), file);
  await flushFolder(dirname(file));
}

async function ensureKey(file: string): Promise<KeptSigningKey> {
  const existing = await readKey(file);
  if (existing) return existing;
  await replaceFileDurably(file, await makeSigningKeyFile());
  const made = await readKey(file);
  if (!made) throw new StartError('receipt-key-invalid', `${file} could not be made.`);
  return made;
}
