import type { Instruction } from './instruction';

/** What is said, and what would be said instead if it lasts. */
export interface SteadyInstruction {
  readonly said: Instruction;
  readonly next: { readonly instruction: Instruction; readonly sinceMs: number } | undefined;
}

/** A person needs about this long to read a line; one that changes faster is no instruction. */
export const settleMs = 500;

/** Follows the frames' instructions without flicker: another one is said once it has lasted, `hold` at once. */
export function settleInstruction(
  state: SteadyInstruction | undefined,
  instruction: Instruction,
  atMs: number,
): SteadyInstruction {
  if (!state || instruction === state.said || instruction === 'hold') return { said: instruction, next: undefined };
  if (state.next?.instruction !== instruction) return { said: state.said, next: { instruction, sinceMs: atMs } };
  return atMs - state.next.sinceMs >= settleMs ? { said: instruction, next: undefined } : state;
}
