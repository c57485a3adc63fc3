import { readFile, stat } from 'node:fs/promises';
import type { ReceptionNumber } from '../../domain/submission/reception-number';
import type { PublicKey } from '../../protocol/fields';
import { wireLimits } from '../../protocol/limits';
import { verifyManifest } from '../../sealing/manifest';
import { openEnvelope, type RejectionReason } from '../../sealing/open';
import type { VoidReason } from '../../domain/submission/voiding';
import type { Manifest } from '../../protocol/manifest';
import type { EnvelopePair } from './envelope-pairs';
import type { VoidProblem } from '../void/judge-void';
import type { FoundVoid } from '../void/void-file';
import { type OpenedFile, writeOpened, writeVoid } from './opened-file';
import type { ReplayGuard } from './replay-guard';

export type SkipReason = RejectionReason | 'envelopeMissing' | 'manifestMissing' | 'replayed' | 'differentFile';

export type OpenOutcome =
  /** `unheeded`: why a void that lies beside it voids nothing. */
  | {
      readonly kind: 'opened' | 'openedBefore';
      readonly receptionNumber: ReceptionNumber;
      readonly unheeded: VoidProblem | undefined;
    }
  /** `voidedLate`: it was opened before its void came; `voidSettled`: and a clerk has decided since. */
  | {
      readonly kind: 'voided' | 'voidedLate' | 'voidSettled';
      readonly receptionNumber: ReceptionNumber;
      readonly reason: VoidReason;
    }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

export interface Opener {
  readonly identities: readonly string[];
  readonly findStationKey: (stationId: string) => PublicKey | undefined;
  readonly guard: ReplayGuard;
  /** The void of an envelope that lies beside it or that the office knows. */
  readonly findVoid: (manifest: Manifest, besideIt?: string) => Promise<FoundVoid | undefined>;
  readonly isSettled: (envelopeId: string) => Promise<boolean>;
  /** What was opened into the folder before this run, by envelope id. */
  readonly openedBefore: ReadonlyMap<string, OpenedFile>;
  readonly outFolder: string;
}

type FoundTrueVoid = Extract<FoundVoid, { readonly kind: 'true' }>;

const skipped = (reason: SkipReason): OpenOutcome => ({ kind: 'skipped', reason });

/** A file's bytes, unless it is larger than any envelope: then none of it is read. */
async function findWithin(file: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return (await stat(file)).size > maxBytes ? undefined : new Uint8Array(await readFile(file));
}

/** A manifest's JWS; '' of what is larger than any, which no station signed. */
async function readManifest(file: string): Promise<string> {
  return new TextDecoder().decode(await findWithin(file, wireLimits.manifestBytes)).trim();
}

/** Opens one envelope and writes its files. Nothing of it is written unless everything about it holds. */
export async function openPair({ ageFile, manifestFile, voidFile }: EnvelopePair, opener: Opener): Promise<OpenOutcome> {
  if (ageFile === undefined) return skipped('envelopeMissing');
  if (manifestFile === undefined) return skipped('manifestMissing');
  const { identities, findStationKey, guard, outFolder } = opener;
  const manifestJws = await readManifest(manifestFile);
  const manifest = await verifyManifest(manifestJws, findStationKey);
  if (!manifest) return skipped('manifestNotSigned');
  const voided = await opener.findVoid(manifest, voidFile);
  if (voided?.kind === 'true') return heedVoid(voided, manifest, opener);
  const bytes = await findWithin(ageFile, wireLimits.envelopeBytes);
  if (!bytes) return skipped('tooLarge');
  if (guard.isReplayed(manifest)) return skipped('replayed');
  const result = await openEnvelope({ bytes, manifestJws, findStationKey, identities });
  if (result.kind === 'rejected') return skipped(result.reason);
  const written = await writeOpened(result, outFolder);
  if (written === 'different') return skipped('differentFile');
  guard.note(manifest);
  const { receptionNumber } = manifest;
  return { kind: written === 'written' ? 'opened' : 'openedBefore', receptionNumber, unheeded: voided?.problem };
}

/** A voided envelope is not opened. Where it was before, its files stay, marked, for a clerk to decide. */
async function heedVoid({ voidJws, verified }: FoundTrueVoid, manifest: Manifest, opener: Opener): Promise<OpenOutcome> {
  const { receptionNumber } = manifest;
  const { reason } = verified.void;
  const opened = opener.openedBefore.get(manifest.envelopeId);
  if (opened?.manifest.digest !== manifest.digest) return { kind: 'voided', receptionNumber, reason };
  await writeVoid(opened, voidJws, opener.outFolder);
  const isSettled = await opener.isSettled(manifest.envelopeId);
  return { kind: isSettled ? 'voidSettled' : 'voidedLate', receptionNumber, reason };
}

/** Of an application that was opened before from another folder: undefined where no void of it is known. */
export async function heedLaterVoid({ manifest }: OpenedFile, opener: Opener): Promise<OpenOutcome | undefined> {
  const voided = await opener.findVoid(manifest);
  if (voided?.kind !== 'untrue') return voided && heedVoid(voided, manifest, opener);
  return { kind: 'openedBefore', receptionNumber: manifest.receptionNumber, unheeded: voided.problem };
}
