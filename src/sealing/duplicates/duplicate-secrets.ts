/** A key for duplicate tags as its office keeps and wraps it. */
export interface DuplicateSecret {
  readonly version: number;
  /** 32 random bytes. */
  readonly secret: Uint8Array<ArrayBuffer>;
}

export const secretBytes = 32;
const versionBytes = 4;
const recordBytes = versionBytes + secretBytes;

/** A new secret under its number. */
export function makeDuplicateSecret(version: number): DuplicateSecret {
  return { version, secret: crypto.getRandomValues(new Uint8Array(secretBytes)) };
}

/** 36 bytes a key: its version, big-endian, then its secret. Bytes, because a text could not be erased after use. */
export function packDuplicateSecrets(secrets: readonly DuplicateSecret[]): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(secrets.length * recordBytes);
  for (const [index, { version, secret }] of secrets.entries()) {
    new DataView(packed.buffer).setUint32(index * recordBytes, version);
    packed.set(secret, index * recordBytes + versionBytes);
  }
  return packed;
}

/** Views into the packed bytes, newest version first; undefined where they are no keys. */
export function unpackDuplicateSecrets(packed: Uint8Array<ArrayBuffer>): readonly DuplicateSecret[] | undefined {
  const count = packed.byteLength / recordBytes;
  if (!Number.isInteger(count) || count === 0) return undefined;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const secrets = Array.from({ length: count }, (_, index) => ({
    version: view.getUint32(index * recordBytes),
    secret: packed.subarray(index * recordBytes + versionBytes, (index + 1) * recordBytes),
  }));
  const isSound = secrets.every(({ version }) => version > 0) && new Set(secrets.map(({ version }) => version)).size === count;
  return isSound ? secrets.sort((left, right) => right.version - left.version) : undefined;
}
