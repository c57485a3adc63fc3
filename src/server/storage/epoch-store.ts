/**
 * Epochs of the server: what it holds from one restore to the next. A tablet that meets another epoch than before asks
 * what became of everything that it keeps.
 */
export interface EpochStore {
  /** Id of the present epoch: random, so that two restores of one backup are never taken for the same. */
  current(): Promise<string>;
  /** Begins an epoch, after a restore; an event in every municipality's audit. */
  begin(nowMs: number): Promise<string>;
}
