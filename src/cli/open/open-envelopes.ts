import { readFile, stat } from 'node:fs/promises';
import type { ReceptionNumber } from '../../domain/submission/reception-number';
import type { PublicKey } from '../../protocol/fields';
import { wireLimits } from '../../protocol/limits';
import { verifyManifest } from '../../sealing/manifest';
import { openEnvelope, type RejectionReason } from '../../sealing/open';
import type { EnvelopePair } from './envelope-pairs';
import { writeOpened } from './opened-file';
import type { ReplayGuard } from './replay-guard';

export type SkipReason = RejectionReason | 'envelopeMissing' | 'manifestMissing' | 'replayed' | 'differentFile';

export type OpenOutcome =
  | { readonly kind: 'opened' | 'openedBefore'; readonly receptionNumber: ReceptionNumber }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

export interface Opener {
  readonly identities: readonly string[];
  readonly findStationKey: (stationId: string) => PublicKey | undefined;
  readonly guard: ReplayGuard;
  readonly outFolder: string;
}

const skipped = (reason: SkipReason): OpenOutcome => ({ kind: 'skipped', reason });

/** A file's bytes, unless it is larger than any envelope: then none of it is read. */
async function findWithin(file: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return (await stat(file)).size > maxBytes ? undefined : new Uint8Array(await readFile(file));
}

/** Opens one envelope and writes its files. Nothing of it is written unless everything about it holds. */
export async function openPair({ ageFile, manifestFile }: EnvelopePair, opener: Opener): Promise<OpenOutcome> {
  if (ageFile === undefined) return skipped('envelopeMissing');
  if (manifestFile === undefined) return skipped('manifestMissing');
  const { identities, findStationKey, guard, outFolder } = opener;
  const manifestBytes = await findWithin(manifestFile, wireLimits.manifestBytes);
  const manifestJws = manifestBytes ? new TextDecoder().decode(manifestBytes).trim() : '';
  const manifest = await verifyManifest(manifestJws, findStationKey);
  if (!manifest) return skipped('manifestNotSigned');
  const bytes = await findWithin(ageFile, wireLimits.envelopeBytes);
  if (!bytes) return skipped('tooLarge');
  if (guard.isReplayed(manifest)) return skipped('replayed');
  const result = await openEnvelope({ bytes, manifestJws, findStationKey, identities });
  if (result.kind === 'rejected') return skipped(result.reason);
  const written = await writeOpened(result, outFolder);
  if (written === 'different') return skipped('differentFile');
  guard.note(manifest);
  return { kind: written === 'written' ? 'opened' : 'openedBefore', receptionNumber: manifest.receptionNumber };
}
