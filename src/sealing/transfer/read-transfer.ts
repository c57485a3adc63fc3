import { parseTransferEntryName, transferEntryLimits, type TransferEntryName } from '../../protocol/transfer/transfer-entries';
import { type ByteSource, type EntryDamage, type ScannedEntry, scanZip } from './scan-zip';

/** Why something in a part cannot be taken in. */
export type TransferDamage = EntryDamage | 'manifestMissing' | 'bytesMissing' | 'otherFile';

/** What lies in a part of a transfer, in order. Nothing of it is verified yet. */
export type TransferPiece =
  | { readonly kind: 'index'; readonly jws: string }
  | {
      readonly kind: 'envelope';
      readonly envelopeId: string;
      readonly manifestJws: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: 'void'; readonly envelopeId: string; readonly voidJws: string }
  | {
      readonly kind: 'damaged';
      /** Undefined for what no tablet names so: that name may be a person's, and goes no further. */
      readonly entry: TransferEntryName | undefined;
      /** Which of the entries it is, from 1. */
      readonly place: number;
      readonly damage: TransferDamage;
    };

/** One envelope of which a half was read. */
interface Half {
  readonly envelopeId: string;
  readonly place: number;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly manifestJws?: string;
}

/**
 * Reads a part piece by piece, at most one envelope in memory. It takes `.age` and `.jws` of an envelope in either
 * order, one after the other, as this product and others pack them; what is missing or damaged is told and gone past.
 */
export function readTransfer(source: ByteSource): AsyncGenerator<TransferPiece, void, undefined> {
  return piecesOf(scanZip(source, entryLimitOf));
}

/** The pieces that entries are, wherever they lie: in a part, or unpacked in a folder. */
export async function* piecesOf(entries: AsyncIterable<ScannedEntry>): AsyncGenerator<TransferPiece, void, undefined> {
  let half: Half | undefined;
  let place = 0;
  for await (const entry of entries) {
    place += 1;
    if (entry.kind === 'entry' && entry.bytes.byteLength === 0 && entry.name.endsWith('/')) continue;
    const { next, pieces } = take(half, entry, place);
    yield* pieces;
    half = next;
  }
  if (half) yield lacking(half);
}

/** How large an entry of this name may be; undefined for what a tablet never packs. */
export function entryLimitOf(name: string): number | undefined {
  if (name.endsWith('/')) return 0;
  const parsed = parseTransferEntryName(name);
  return parsed && transferEntryLimits[parsed.kind];
}

interface Taken {
  readonly next: Half | undefined;
  readonly pieces: readonly TransferPiece[];
}

function take(half: Half | undefined, entry: ScannedEntry, place: number): Taken {
  const parsed = entry.name === undefined ? undefined : parseTransferEntryName(entry.name);
  const isSame = half?.envelopeId === parsed?.envelopeId;
  const left = half && !isSame ? [lacking(half)] : [];
  // The other half of a damaged envelope is told of with it.
  const { next, pieces } =
    entry.kind === 'damaged' || !parsed
      ? { next: undefined, pieces: [{ kind: 'damaged', entry: parsed, place, damage: damageOf(entry, parsed) } as const] }
      : takeWhole(isSame ? half : undefined, parsed, { bytes: entry.bytes, place });
  return { next, pieces: [...left, ...pieces] };
}

function damageOf(entry: ScannedEntry, parsed: TransferEntryName | undefined): TransferDamage {
  const damage = entry.kind === 'damaged' ? entry.damage : 'otherFile';
  return damage === 'unsupported' && !parsed ? 'otherFile' : damage;
}

interface WholeEntry {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly place: number;
}

function takeWhole(half: Half | undefined, { kind, envelopeId }: TransferEntryName, { bytes, place }: WholeEntry): Taken {
  if (kind === 'index') return { next: undefined, pieces: [{ kind, jws: textOf(bytes) }] };
  if (kind === 'void') return { next: undefined, pieces: [{ kind, envelopeId, voidJws: textOf(bytes) }] };
  const whole: Half = { ...half, envelopeId, place, ...(kind === 'age' ? { bytes } : { manifestJws: textOf(bytes) }) };
  if (whole.bytes === undefined || whole.manifestJws === undefined) return { next: whole, pieces: [] };
  return {
    next: undefined,
    pieces: [{ kind: 'envelope', envelopeId, manifestJws: whole.manifestJws, bytes: whole.bytes }],
  };
}

function lacking({ envelopeId, place, bytes }: Half): TransferPiece {
  return bytes
    ? { kind: 'damaged', entry: { kind: 'age', envelopeId }, place, damage: 'manifestMissing' }
    : { kind: 'damaged', entry: { kind: 'jws', envelopeId }, place, damage: 'bytesMissing' };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).trim();
}
