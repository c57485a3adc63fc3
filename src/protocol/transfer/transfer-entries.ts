import { wireLimits } from '../limits';
import { transferIndexBytes } from './transfer-index';

/** Name of a part's first entry: the signed index. */
export const indexEntryName = 'index.jws';

/** What an entry of a part is, by its name. */
export type TransferEntryKind = 'index' | 'age' | 'jws' | 'void';

export interface TransferEntryName {
  readonly kind: TransferEntryKind;
  /** Empty for the index. */
  readonly envelopeId: string;
}

/** The name of one envelope's bytes (`age`), its manifest (`jws`) or of the void of it. */
export function transferEntryName(envelopeId: string, kind: Exclude<TransferEntryKind, 'index'>): string {
  return `${envelopeId}.${kind}`;
}

/** Reads an entry's name; whatever folder it was packed from does not count. Undefined for what does not belong there. */
export function parseTransferEntryName(name: string): TransferEntryName | undefined {
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (base === indexEntryName) return { kind: 'index', envelopeId: '' };
  const [, envelopeId = '', kind = ''] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(age|jws|void)$/.exec(base) ?? [];
  return kind === 'age' || kind === 'jws' || kind === 'void' ? { kind, envelopeId } : undefined;
}

/** The most bytes that an entry of each kind can have. */
export const transferEntryLimits: Readonly<Record<TransferEntryKind, number>> = {
  index: transferIndexBytes,
  age: wireLimits.envelopeBytes,
  jws: wireLimits.manifestBytes,
  void: wireLimits.manifestBytes,
};
