import { join } from 'node:path';
import type { Configuration } from '../../protocol/configuration';
import type { PublicKey } from '../../protocol/fields';
import type { VoidList } from '../../protocol/void/void';
import { thumbprint } from '../../sealing/jws';
import { type VerifiedVoid, verifyVoid } from '../../sealing/void/void';
import type { AdministratorClient } from '../client/administrator-client';
import { writeNewFile } from '../files/durable-file';

export type VoidFetch =
  | { readonly kind: 'voided' | 'voidedLate'; readonly envelopeId: string; readonly verified: VerifiedVoid }
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

/** Puts every void the server has beside the envelopes, as `<envelopeId>.void`; there are few, so always all. */
export async function* fetchVoids(
  client: AdministratorClient,
  verify: (voidJws: string) => Promise<VerifiedVoid | undefined>,
  outFolder: string,
): AsyncGenerator<VoidFetch, void, undefined> {
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
      if (written === 'written') yield { kind: isAfterSecured ? 'voidedLate' : 'voided', envelopeId, verified };
    }
    after = page.next;
  }
}
