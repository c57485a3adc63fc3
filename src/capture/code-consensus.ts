/**
 *   nothing ─ a ─▶ a once ─ a ─▶ agreed
 *                    └─ b ─▶ b once, doubted ─ b b b b ─▶ agreed
 * One misread code must not become an application, and with two codes in view neither may win by chance: once
 * two different ones were read, it takes a longer run of the same.
 */
export interface CodeConsensus<Code extends string> {
  readonly candidate: Code | undefined;
  readonly equalReads: number;
  readonly isDoubted: boolean;
}

const readsToAgree = 2;
const readsToAgreeInDoubt = 5;

export const noConsensus: CodeConsensus<never> = { candidate: undefined, equalReads: 0, isDoubted: false };

/** The consensus after one more reading. */
export function afterReading<Code extends string>(before: CodeConsensus<Code>, code: Code): CodeConsensus<Code> {
  if (before.candidate === code) return { ...before, equalReads: before.equalReads + 1 };
  return { candidate: code, equalReads: 1, isDoubted: before.isDoubted || before.candidate !== undefined };
}

/** The code that enough readings in a row agree on. */
export function findAgreed<Code extends string>(consensus: CodeConsensus<Code>): Code | undefined {
  const enough = consensus.isDoubted ? readsToAgreeInDoubt : readsToAgree;
  return consensus.equalReads >= enough ? consensus.candidate : undefined;
}
