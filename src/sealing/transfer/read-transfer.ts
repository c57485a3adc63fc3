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
  /** The name may be anybody's: it is for showing to a clerk, as plain text. */
  | { readonly kind: 'damaged'; readonly name: string | undefined; readonly damage: TransferDamage };

/** One envelope of which a half was read. */
interface Half {
  readonly envelopeId: string;
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
  for await (const entry of entries) {
    if (entry.kind === 'entry' && entry.bytes.byteLength === 0 && entry.name.endsWith('/')) continue;
    const { next, pieces } = take(half, entry);
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

function take(half: Half | undefined, entry: ScannedEntry): Taken {
  const parsed = entry.name === undefined ? undefined : parseTransferEntryName(entry.name);
  const isSame = half?.envelopeId === parsed?.envelopeId;
  const left = half && !isSame ? [lacking(half)] : [];
  // The other half of a damaged envelope is told of with it.
  const { next, pieces } =
    entry.kind === 'damaged' || !parsed
      ? { next: undefined, pieces: [damagedPiece(entry, parsed !== undefined)] }
      : takeWhole(isSame ? half : undefined, parsed, entry.bytes);
  return { next, pieces: [...left, ...pieces] };
}

function damagedPiece(entry: ScannedEntry, isOurs: boolean): TransferPiece {
  const damage = entry.kind === 'damaged' ? entry.damage : 'otherFile';
  const isOther = damage === 'unsupported' && !isOurs;
  return { kind: 'damaged', name: entry.name, damage: isOther ? 'otherFile' : damage };
}

function takeWhole(half: Half | undefined, { kind, envelopeId }: TransferEntryName, bytes: Uint8Array<ArrayBuffer>): Taken {
  if (kind === 'index') return { next: undefined, pieces: [{ kind, jws: textOf(bytes) }] };
  if (kind === 'void') return { next: undefined, pieces: [{ kind, envelopeId, voidJws: textOf(bytes) }] };
  const whole: Half = { ...half, envelopeId, ...(kind === 'age' ? { bytes } : { manifestJws: textOf(bytes) }) };
  if (whole.bytes === undefined || whole.manifestJws === undefined) return { next: whole, pieces: [] };
  return {
    next: undefined,
    pieces: [{ kind: 'envelope', envelopeId, manifestJws: whole.manifestJws, bytes: whole.bytes }],
  };
}

function lacking({ envelopeId, bytes }: Half): TransferPiece {
  return bytes
    ? { kind: 'damaged', name: `${envelopeId}.age`, damage: 'manifestMissing' }
    : { kind: 'damaged', name: `${envelopeId}.jws`, damage: 'bytesMissing' };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).trim();
}
