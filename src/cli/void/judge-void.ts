import type { Configuration } from '../../protocol/configuration';
import type { PublicKey } from '../../protocol/fields';
import type { Manifest } from '../../protocol/manifest';
import { thumbprint } from '../../sealing/jws';
import { isVoidOf, type VerifiedVoid, verifyVoid } from '../../sealing/void/void';

/** Why a void voids nothing, in words for a clerk. */
export const voidProblemWords = {
  voidNotSigned: 'neither its station nor this office signed its void, or the void is damaged',
  voidOfAnother: 'its void is that of another envelope',
} as const;
export type VoidProblem = keyof typeof voidProblemWords;

export type JudgedVoid =
  { readonly kind: 'true'; readonly verified: VerifiedVoid } | { readonly kind: 'untrue'; readonly problem: VoidProblem };

/** The envelope that a void lies beside; of one whose manifest is not at hand the id alone is compared. */
export interface BesideVoid {
  readonly envelopeId: string;
  readonly manifest: Manifest | undefined;
}

export type JudgeVoid = (voidJws: string, beside: BesideVoid) => Promise<JudgedVoid>;

/** Judges voids as the office does: signed by its stations or its own configuration key, and of exactly that envelope. */
export async function voidJudge(stations: Configuration['stations'], officeKey: PublicKey): Promise<JudgeVoid> {
  const officeKid = await thumbprint(officeKey);
  const keys = {
    findStationKey: (stationId: string) => stations.find(({ id }) => id === stationId)?.signingKey,
    findOfficeKey: (kid: string) => (kid === officeKid ? officeKey : undefined),
  };
  return async (voidJws, { envelopeId, manifest }) => {
    const verified = await verifyVoid(voidJws, keys);
    if (!verified) return { kind: 'untrue', problem: 'voidNotSigned' };
    const isOfIt = verified.void.envelopeId === envelopeId && (!manifest || isVoidOf(verified.void, manifest));
    return isOfIt ? { kind: 'true', verified } : { kind: 'untrue', problem: 'voidOfAnother' };
  };
}
