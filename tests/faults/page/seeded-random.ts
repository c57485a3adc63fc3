/** Chance that a seed repeats: FNV-1a over the seed's text, then mulberry32. 0 ≤ value < 1 */
export function seededRandom(seed: string): () => number {
  let state = hashOf(seed);
  return () => {
    state = (state + step) | 0;
    return (mix(state) >>> 0) / 2 ** 32;
  };
}

/** The same chance, into every byte. Makes no garbage: the memory of the page that calls it is measured. */
export function fillByChance(bytes: Uint8Array, seed: string): void {
  let state = hashOf(seed);
  for (let at = 0; at < bytes.length; at += 1) {
    state = (state + step) | 0;
    bytes[at] = mix(state) >>> 24;
  }
}

const step = 0x6d2b79f5;

function hashOf(seed: string): number {
  let hash = 0x811c9dc5;
  for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

function mix(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return mixed ^ (mixed >>> 14);
}
