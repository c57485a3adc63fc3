import { base64url } from 'jose';
import { sha256 } from './digest';

/**
 * One-time enrolment code. Its secret goes from the office to the tablet by eye or camera and never to the
 * server, which knows only `codeId`. So the six-digit fingerprint, keyed with the secret, cannot be forged by
 * a server that puts another station's or another configuration's key in place.
 */
export interface EnrolmentSecret {
  /** 128 bits by QR, 80 bits typed. */
  readonly secret: Uint8Array<ArrayBuffer>;
  /** Thumbprint of the office's configuration key: carried by the QR, too long to type. */
  readonly configurationThumbprint: string | undefined;
}

const qrPrefix = 'MADOGUCHI1:';
const typedAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const typedLength = 16;

/** Random secret for the QR (16 bytes) or for typing (10 bytes). */
export function makeEnrolmentSecret(use: 'qr' | 'typed'): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(use === 'qr' ? 16 : 10));
}

/** The QR's text. */
export function formatEnrolmentQr(secret: Uint8Array, configurationThumbprint: string): string {
  return `${qrPrefix}${base64url.encode(secret)}.${configurationThumbprint}`;
}

/** The code to type: 16 characters in groups of four (Crockford's base 32: no I, L, O, U). */
export function formatEnrolmentTyped(secret: Uint8Array): string {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const characters = (bits.match(/.{5}/g) ?? []).map((group) => typedAlphabet.charAt(Number.parseInt(group, 2))).join('');
  return (characters.match(/.{4}/g) ?? []).join('-');
}

/** Reads a scanned or typed enrolment code; undefined where it is neither. */
export function parseEnrolmentCode(text: string): EnrolmentSecret | undefined {
  const plain = text.normalize('NFKC').trim();
  const qr = /^MADOGUCHI1:([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/.exec(plain);
  if (qr) return { secret: new Uint8Array(base64url.decode(qr[1] ?? '')), configurationThumbprint: qr[2] };
  const typed = plain.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const values = [...typed].map((character) => typedAlphabet.indexOf(character));
  if (values.length !== typedLength || values.includes(-1)) return undefined;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  return { secret: new Uint8Array(bytes), configurationThumbprint: undefined };
}

/** What the server knows the code by. */
export function enrolmentCodeId(secret: Uint8Array): Promise<string> {
  const label = new TextEncoder().encode('madoguchi enrolment code');
  return sha256(new Uint8Array([...label, ...secret]));
}

/**
 * The six digits that tablet and administrator compare: HMAC-SHA-256 under the secret over the thumbprints of
 * the configuration key and of the station's signing key.
 */
export async function enrolmentFingerprint(
  secret: Uint8Array<ArrayBuffer>,
  configurationThumbprint: string,
  stationId: string,
): Promise<string> {
  const mac = new DataView(await macUnder(secret, `madoguchi fingerprint ${configurationThumbprint} ${stationId}`));
  return String(mac.getUint32(0) % 1_000_000).padStart(6, '0');
}

/**
 * What the office writes beside a station in the configuration once the six digits were matched: an HMAC under the
 * same secret. Only who made the code can write it, so a tablet that waits for it cannot be let in by a server that
 * put a configuration key of its own in the place of the office's – also where the code was typed and carried no
 * thumbprint.
 */
export async function enrolmentConfirmation(
  secret: Uint8Array<ArrayBuffer>,
  configurationThumbprint: string,
  stationId: string,
): Promise<string> {
  return base64url.encode(
    new Uint8Array(await macUnder(secret, `madoguchi confirmation ${configurationThumbprint} ${stationId}`)),
  );
}

async function macUnder(secret: Uint8Array<ArrayBuffer>, message: string): Promise<ArrayBuffer> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return crypto.subtle.sign('HMAC', key, new TextEncoder().encode(message));
}
