import { mostEarlierApplications } from '../../domain/application/duplicate';
import type { MunicipalityCode } from '../../domain/campaign/municipality';
import type { DuplicateAnswer } from '../../protocol/duplicates/duplicate-tag';
import { readUnverifiedManifest } from '../../sealing/manifest';
import type { Storage } from '../storage/storage';

/** When and where a municipality's stations took applications with these tags, as far as the server has them. */
export async function findEarlier(
  collectedBy: MunicipalityCode,
  tags: readonly string[],
  storage: Pick<Storage, 'envelopes'>,
): Promise<DuplicateAnswer> {
  const stored = await storage.envelopes.listWithTag(collectedBy, tags, mostEarlierApplications);
  // Each was verified when it came.
  const manifests = stored.map(({ manifestJws }) => readUnverifiedManifest(manifestJws));
  return {
    earlier: manifests.flatMap((manifest) => {
      if (!manifest) return [];
      const { envelopeId, receptionNumber, openingId, day, sealedAt } = manifest;
      return [{ envelopeId, receptionNumber, openingId, day, sealedAt }];
    }),
  };
}
