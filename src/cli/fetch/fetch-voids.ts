import { join } from 'node:path';
import type { Configuration } from '../../protocol/configuration';
import type { PublicKey } from '../../protocol/fields';
import type { VoidList } from '../../protocol/void/void';
import { thumbprint } from '../../sealing/jws';
import { type VerifiedVoid, verifyVoid } from '../../sealing/void/void';
import type { AdministratorClient } from '../client/administrator-client';
import { writeNewFile } from '../files/durable-file';
import type { OfficeVoids } from '../void/office-voids';

export type VoidFetch =
  /** `late`: it came when the office had the envelope already, and no clerk has settled it. */
  | { readonly kind: 'voided' | 'late'; readonly envelopeId: string; readonly verified: VerifiedVoid }
  | { readonly kind: 'skipped'; readonly envelopeId: string };

/** Verifies voids as the office does: by its stations and by its own configuration key, and by nobody else. */
export async function voidVerifier(
  stations: Configuration['stations'],
  officeKey: PublicKey,
): Promise<(voidJws: string) => Promise<VerifiedVoid | undefined>> {
  const officeKid = await thumbprint(officeKey);
  return (voidJws) =>
    verifyVoid(voidJws, {
      findStationKey: (stationId) => stations.find(({ id }) => id === stationId)?.signingKey,
      findOfficeKey: (kid) => (kid === officeKid ? officeKey : undefined),
    });
}

export interface VoidRequest {
  readonly client: AdministratorClient;
  readonly verify: (voidJws: string) => Promise<VerifiedVoid | undefined>;
  readonly known: OfficeVoids;
  readonly outFolder: string;
}

/**
 * Puts every void the server has beside the envelopes, as `<envelopeId>.void`, and among those that the office knows;
 * there are few, so always all. Tells those that are new in the folder, and each time those that wait for a clerk.
 */
export async function* fetchVoids({ client, verify, known, outFolder }: VoidRequest): AsyncGenerator<VoidFetch> {
  let after: string | null = '';
  while (after !== null) {
    const page: VoidList = await client.listVoids(after);
    for (const { envelopeId, void: voidJws, isAfterSecured } of page.voids) {
      const verified = await verify(voidJws);
      if (verified?.void.envelopeId !== envelopeId) {
        yield { kind: 'skipped', envelopeId };
        continue;
      }
      const written = await writeNewFile(join(outFolder, `${envelopeId}.void`), voidJws);
      await known.keep(envelopeId, voidJws);
      if (isAfterSecured && !(await known.isSettled(envelopeId))) yield { kind: 'late', envelopeId, verified };
      else if (written === 'written') yield { kind: 'voided', envelopeId, verified };
    }
    after = page.next;
  }
}
