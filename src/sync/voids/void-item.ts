/**
 * Voids go through the delivery loop after the envelopes. The loop knows items by id and by a number that only grows
 * within a pass; those of voids lie above any number an envelope can have.
 */
const firstVoid = 1_000_000_000;
const mark = 'void:';

export function voidItemId(envelopeId: string): string {
  return `${mark}${envelopeId}`;
}

/** The voided envelope's id; undefined where the item is an envelope. */
export function findVoidedEnvelope(itemId: string): string | undefined {
  return itemId.startsWith(mark) ? itemId.slice(mark.length) : undefined;
}

export function voidItemSequence(sequence: number): number {
  return firstVoid + sequence;
}

/** Up to which void a pass has gone, by the sequence of its envelope; undefined while it is at the envelopes. */
export function findVoidsAfter(itemSequence: number): number | undefined {
  return itemSequence > firstVoid ? itemSequence - firstVoid : undefined;
}
