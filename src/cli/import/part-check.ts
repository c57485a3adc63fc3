import type { PublicKey } from '../../protocol/fields';
import type { TransferIndex } from '../../protocol/transfer/transfer-index';
import { verifyTransferIndex } from '../../sealing/transfer/transfer-index';

/** What the signed indexes of the parts say should have come, held against what came. */
export class PartCheck {
  readonly #findStationKey: (stationId: string) => PublicKey | undefined;
  readonly #transfers = new Map<string, { readonly index: TransferIndex; readonly parts: Set<number> }>();
  readonly #seen = new Set<string>();
  #expected: TransferIndex['items'] = [];

  constructor(findStationKey: (stationId: string) => PublicKey | undefined) {
    this.#findStationKey = findStationKey;
  }

  /** Takes an index of the file being read, which may be several parts; false where no station of this office signed it. */
  async takeIndex(jws: string): Promise<boolean> {
    const index = await verifyTransferIndex(jws, this.#findStationKey);
    if (!index) return false;
    this.#expected = [...this.#expected, ...index.items];
    const name = `${index.stationId} ${index.madeAt}`;
    const transfer = this.#transfers.get(name) ?? { index, parts: new Set<number>() };
    this.#transfers.set(name, transfer);
    transfer.parts.add(index.part);
    return true;
  }

  note(kind: TransferIndex['items'][number]['kind'], envelopeId: string): void {
    this.#seen.add(`${kind} ${envelopeId}`);
  }

  /** Ends a file: the ids that its index names and that no file has held so far. */
  endFile(): readonly string[] {
    const missing = this.#expected.filter(({ kind, envelopeId }) => !this.#seen.has(`${kind} ${envelopeId}`));
    this.#expected = [];
    return missing.map(({ envelopeId }) => envelopeId);
  }

  /** Parts of a begun transfer that were not among the files. */
  missingParts(): readonly string[] {
    return [...this.#transfers.values()].flatMap(({ index: { stationCode, madeAt, parts }, parts: here }) =>
      Array.from({ length: parts }, (_, index) => index + 1)
        .filter((part) => !here.has(part))
        .map((part) => `part ${String(part)} of ${String(parts)} of ${stationCode} (${madeAt})`),
    );
  }
}
