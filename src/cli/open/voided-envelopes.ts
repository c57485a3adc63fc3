import type { Manifest } from '../../protocol/manifest';
import { wireLimits } from '../../protocol/limits';
import { isVoidOf, type VerifiedVoid } from '../../sealing/void/void';
import { findFile } from '../files/durable-file';

export interface FoundVoid {
  readonly voidJws: string;
  readonly verified: VerifiedVoid;
}

/** The first void in these files that is truly of this envelope. */
export async function findVoidIn(
  voidFiles: readonly (string | undefined)[],
  manifest: Manifest,
  verify: (voidJws: string) => Promise<VerifiedVoid | undefined>,
): Promise<FoundVoid | undefined> {
  for (const voidFile of voidFiles) {
    const found = voidFile === undefined ? undefined : await findVoid(voidFile, manifest, verify);
    if (found) return found;
  }
  return undefined;
}

async function findVoid(
  voidFile: string,
  manifest: Manifest,
  verify: (voidJws: string) => Promise<VerifiedVoid | undefined>,
): Promise<FoundVoid | undefined> {
  const bytes = await findFile(voidFile);
  if (!bytes || bytes.byteLength > wireLimits.manifestBytes) return undefined;
  const voidJws = bytes.toString('utf8').trim();
  const verified = await verify(voidJws);
  return verified && isVoidOf(verified.void, manifest) ? { voidJws, verified } : undefined;
}
