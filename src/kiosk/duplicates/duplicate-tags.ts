import type { ApplicationId } from '../../domain/form/application-id';
import type { DuplicateTag } from '../../protocol/duplicates/duplicate-tag';
import { type DuplicateKey, makeDuplicateTag } from '../../sealing/duplicates/duplicate-tag';
import { unwrapDuplicateKeys } from '../../sealing/duplicates/unwrap-duplicate-keys';
import { useTablet } from '../tablet/tablet-store';

/** The keys of the configuration in use, unwrapped once; in memory, and nowhere else. */
let unwrapped: { readonly wrapped: string; readonly keys: Promise<readonly DuplicateKey[]> } | undefined;

/**
 * The tags of an application ID under each key that this station holds, the newest key's first. None before the office
 * has wrapped a key to it: then nothing is noticed, and nothing is in the way.
 */
export async function duplicateTagsOf(applicationId: ApplicationId): Promise<readonly DuplicateTag[]> {
  const keys = await getKeys();
  return Promise.all(keys.map((key) => makeDuplicateTag(applicationId, key)));
}

function getKeys(): Promise<readonly DuplicateKey[]> {
  const { configuration, station } = useTablet.getState();
  const wrapped = configuration?.stations.find(({ id }) => id === station?.keys.stationId)?.duplicateKeys?.wrapped;
  if (wrapped === undefined || !station) return Promise.resolve([]);
  if (unwrapped?.wrapped !== wrapped) unwrapped = { wrapped, keys: unwrapDuplicateKeys(wrapped, station.keys) };
  return unwrapped.keys;
}
