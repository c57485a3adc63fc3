const held = new Map<string, Float32Array<ArrayBuffer>>();

/**
 * Memory for the numbers of one use, the same for every picture, with whatever the last one left in it. Fresh memory
 * of some hundred kilobytes costs more to get than what is counted in it.
 */
export function reusedMemory(use: string, length: number): Float32Array<ArrayBuffer> {
  const known = held.get(use);
  if (known?.length === length) return known;
  const memory = new Float32Array(length);
  held.set(use, memory);
  return memory;
}
