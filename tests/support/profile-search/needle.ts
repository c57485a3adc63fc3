import { photoWindowBytes, type Secret, shortestRunCharacters } from './secret';

/** One secret in one encoding, and the places of it at which a search can begin. */
export interface Needle {
  readonly secret: Secret;
  readonly encoding: 'utf8' | 'utf16le' | 'utf16be' | 'bytes';
  readonly bytes: Buffer;
  /** Byte offsets at which characters begin, then the length. Empty for bytes. */
  readonly characterOffsets: readonly number[];
  readonly anchors: readonly number[];
}

/** Each needle is found by four bytes in a row at one of its anchors; whatever surrounds them is compared then. */
export const anchorBytes = 4;

/** Half a window apart: every window holds a whole anchor. */
const byteAnchorStep = photoWindowBytes / 2;

export function needlesOf(secrets: readonly Secret[]): readonly Needle[] {
  return secrets.flatMap((secret): Needle[] => {
    if (secret.kind === 'bytes') return [bytesNeedle(secret)];
    return (['utf8', 'utf16le', 'utf16be'] as const).map((encoding) => textNeedle(secret, encoding));
  });
}

function bytesNeedle(secret: Extract<Secret, { kind: 'bytes' }>): Needle {
  const { bytes } = secret;
  const count = Math.max(0, Math.floor((bytes.length - anchorBytes) / byteAnchorStep) + 1);
  const anchors = Array.from({ length: count }, (_, index) => index * byteAnchorStep);
  return { secret, encoding: 'bytes', bytes, characterOffsets: [], anchors };
}

function textNeedle(secret: Exclude<Secret, { kind: 'bytes' }>, encoding: 'utf8' | 'utf16le' | 'utf16be'): Needle {
  const encoded = [...secret.spelling].map((character) => encode(character, encoding));
  const bytes = Buffer.concat(encoded);
  const offsets = [0];
  for (const character of encoded) offsets.push((offsets.at(-1) ?? 0) + character.length);
  const last = secret.kind === 'exact' ? 0 : offsets.length - 1 - shortestRunCharacters;
  return { secret, encoding, bytes, characterOffsets: offsets, anchors: offsets.slice(0, last + 1) };
}

function encode(text: string, encoding: 'utf8' | 'utf16le' | 'utf16be'): Buffer {
  return encoding === 'utf16be' ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, encoding);
}
