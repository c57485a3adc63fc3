import { anchorBytes, type Needle } from './needle';

interface Anchor {
  readonly needle: Needle;
  readonly offset: number;
}

/** A place where a needle's anchor stands in the searched bytes. */
export interface AnchorHit extends Anchor {
  readonly at: number;
}

const filterBits = 20;

/** Finds the anchors of all needles in one pass: a filter by hash first, then a table by the four bytes themselves. */
export class NeedleIndex {
  readonly #filter = new Uint8Array(2 ** filterBits);
  readonly #anchors = new Map<number, Anchor[]>();

  constructor(needles: readonly Needle[]) {
    for (const needle of needles) {
      for (const offset of needle.anchors) this.#add(needle, offset);
    }
  }

  *hitsIn(bytes: Buffer): Generator<AnchorHit> {
    let word = 0;
    for (let end = 0; end < bytes.length; end += 1) {
      word = (word >>> 8) | ((bytes[end] ?? 0) << 24);
      if (end < anchorBytes - 1 || this.#filter[slotOf(word)] === 0) continue;
      for (const anchor of this.#anchors.get(word) ?? []) yield { ...anchor, at: end - anchorBytes + 1 };
    }
  }

  #add(needle: Needle, offset: number): void {
    if (offset + anchorBytes > needle.bytes.length) return;
    const word = needle.bytes.readInt32LE(offset);
    this.#filter[slotOf(word)] = 1;
    const known = this.#anchors.get(word);
    if (known) known.push({ needle, offset });
    else this.#anchors.set(word, [{ needle, offset }]);
  }
}

function slotOf(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> (32 - filterBits);
}
