import { base64url, calculateJwkThumbprint, CompactSign, compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import type { z } from '../protocol/zod';
import { compactJwsField, type PublicKey } from '../protocol/fields';

const algorithm = 'ES256';

export interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

/** Signs a payload as a compact JWS: ES256, with the type that says what it is and the key's name. */
export async function signJws(payload: object, typ: string, { kid, key }: SigningKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: algorithm, typ, kid })
    .sign(key);
}

export interface JwsExpectation<Schema extends z.ZodType> {
  readonly typ: string;
  /** Must pin the audience by a literal `aud`. */
  readonly schema: Schema;
  readonly findKey: (kid: string) => PublicKey | undefined;
}

/**
 * Verifies a compact JWS: algorithm and type pinned, key found by `kid`, payload parsed by the schema.
 * Returns undefined for anything else, whatever the reason; never throws on bad input.
 */
export async function verifyJws<Schema extends z.ZodType>(
  jws: string,
  { typ, schema, findKey }: JwsExpectation<Schema>,
): Promise<z.infer<Schema> | undefined> {
  try {
    const header = decodeProtectedHeader(jws);
    const key = header.typ === typ && typeof header.kid === 'string' ? findKey(header.kid) : undefined;
    if (!key) return undefined;
    const { payload } = await compactVerify(jws, await importedKey(key), { algorithms: [algorithm] });
    const parsed = schema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Importing a key costs more than verifying with it, and the same few sign again and again. */
const importedKeys = new Map<string, Promise<CryptoKey | Uint8Array>>();
const mostImportedKeys = 500;

function importedKey(key: PublicKey): Promise<CryptoKey | Uint8Array> {
  const name = `${key.x}.${key.y}`;
  const known = importedKeys.get(name);
  if (known) return known;
  if (importedKeys.size >= mostImportedKeys) importedKeys.clear();
  const imported = importJWK({ ...key }, algorithm);
  importedKeys.set(name, imported);
  return imported;
}

/** The key's name everywhere: its RFC 7638 thumbprint (SHA-256, base64url). */
export async function thumbprint(key: PublicKey): Promise<string> {
  return calculateJwkThumbprint({ ...key });
}

/** The `kid` in a JWS's header, before anything is verified; undefined where there is none. */
export function findKid(jws: string): string | undefined {
  try {
    const { kid } = decodeProtectedHeader(jws);
    return typeof kid === 'string' ? kid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a JWS says before anything about it is verified: to look something up by, never to act upon. Undefined also
 * where the rest of it is no compact JWS: whoever passes it on puts it whole into a header or a body.
 */
export function readUnverified<Schema extends z.ZodType>(jws: string, schema: Schema): z.infer<Schema> | undefined {
  if (!compactJwsField.safeParse(jws).success) return undefined;
  try {
    const payload = new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(jws.split('.')[1] ?? ''));
    return schema.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
