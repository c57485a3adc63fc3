import { wireLimits } from '../../protocol/limits';
import { findFile, replaceFile } from '../files/durable-file';
import type { BesideVoid, JudgedVoid, JudgeVoid } from './judge-void';

export type FoundVoid = JudgedVoid & { readonly voidJws: string };

/** The void in a file, judged; undefined where there is no file. One larger than any void is not looked into. */
export async function findVoid(file: string, beside: BesideVoid, judge: JudgeVoid): Promise<FoundVoid | undefined> {
  const bytes = await findFile(file);
  if (!bytes) return undefined;
  const voidJws = bytes.byteLength > wireLimits.manifestBytes ? '' : bytes.toString('utf8').trim();
  return { voidJws, ...(await judge(voidJws, beside)) };
}

/** `mended`: what lay there was no true void of this envelope. */
export type KeptVoid = 'new' | 'here' | 'mended';

/** Keeps a void that was judged true in a file. Another true one that lies there stays. */
export async function keepVoid(file: string, voidJws: string, beside: BesideVoid, judge: JudgeVoid): Promise<KeptVoid> {
  const present = await findVoid(file, beside, judge);
  if (present?.kind === 'true') return 'here';
  await replaceFile(file, voidJws);
  return present ? 'mended' : 'new';
}

/** The first true void in these files; where there is none, one that is not. */
export async function findVoidIn(
  files: readonly (string | undefined)[],
  beside: BesideVoid,
  judge: JudgeVoid,
): Promise<FoundVoid | undefined> {
  let untrue: FoundVoid | undefined;
  for (const file of files) {
    const found = file === undefined ? undefined : await findVoid(file, beside, judge);
    if (found?.kind === 'true') return found;
    untrue ??= found;
  }
  return untrue;
}
