import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** An age identity file as read: its secret keys, or why there are none. */
export type IdentityFileReading =
  | { readonly kind: 'identities'; readonly identities: readonly string[] }
  | { readonly kind: 'passphraseWrong' }
  /** Line 0 where the file holds no key at all. */
  | { readonly kind: 'unreadable'; readonly line: number };

const armorStart = '-----BEGIN AGE ENCRYPTED FILE-----';
const binaryStart = 'age-encryption.org/v1\n';

/** Makes the office's age identity as the stock `age-keygen` writes it: comments, then one secret key. */
export async function makeIdentityFile(createdAt: string): Promise<{ readonly text: string; readonly recipient: string }> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  return { text: `# created: ${createdAt}\n# public key: ${recipient}\n${identity}\n`, recipient };
}

/** An identity file under a passphrase (scrypt), armored: the stock `age` program asks for it too. */
export async function protectIdentityFile(text: string, passphrase: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return `${armor.encode(await encrypter.encrypt(text)).trimEnd()}\n`;
}

/** Whether an identity file is under a passphrase, armored or binary. */
export function isIdentityFileProtected(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
  return start.startsWith(armorStart) || start.startsWith(binaryStart);
}

/**
 * Reads an identity file as `age` does: comments and blank lines skipped, one secret key a line. A file under a
 * passphrase needs it; '' is never one.
 */
export async function readIdentityFile(bytes: Uint8Array, passphrase: string): Promise<IdentityFileReading> {
  if (!isIdentityFileProtected(bytes)) return readKeys(new TextDecoder().decode(bytes));
  if (passphrase === '') return { kind: 'passphraseWrong' };
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return readKeys(await decrypter.decrypt(withoutArmor(bytes), 'text'));
  } catch {
    return { kind: 'passphraseWrong' };
  }
}

function withoutArmor(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  return text.trimStart().startsWith(armorStart) ? armor.decode(text) : bytes;
}

function readKeys(text: string): IdentityFileReading {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const isKey = (line: string): boolean => line !== '' && !line.startsWith('#');
  const wrong = lines.findIndex((line) => isKey(line) && !canBeAdded(line));
  const identities = lines.filter(isKey);
  return wrong >= 0 || identities.length === 0 ? { kind: 'unreadable', line: wrong + 1 } : { kind: 'identities', identities };
}

function canBeAdded(identity: string): boolean {
  try {
    new Decrypter().addIdentity(identity);
    return true;
  } catch {
    return false;
  }
}
