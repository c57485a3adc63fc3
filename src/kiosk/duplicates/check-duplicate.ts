import { type Duplicate, findDuplicate, mergeEarlier } from '../../domain/application/duplicate';
import type { ApplicationId } from '../../domain/form/application-id';
import type { DuplicateTag } from '../../protocol/duplicates/duplicate-tag';
import { noteEarlier, useSession } from '../session/session-store';
import type { TabletPorts } from '../tablet/tablet-ports';
import { duplicateTagsOf } from './duplicate-tags';
import { findHere } from './find-earlier';

export type DuplicateCheck =
  /** Free to be sealed. No tag where the station has no key, or could not use it. */
  | {
      readonly kind: 'clear';
      readonly duplicateTag: DuplicateTag | undefined;
      /** The reason that was given, where it is not the first. */
      readonly duplicate: Duplicate | undefined;
    }
  | { readonly kind: 'reasonNeeded' };

/** The last look before the seal: another tab, or another person of the same sitting, may have been faster. */
export async function checkDuplicate(
  applicationId: ApplicationId,
  queue: Pick<TabletPorts['queue'], 'entriesWithTag'>,
): Promise<DuplicateCheck> {
  const { earlier, envelopeId, duplicateReason } = useSession.getState();
  const tags = await duplicateTagsOf(applicationId).catch(() => []);
  const here = await findHere(tags, queue);
  const others = here.filter((candidate) => candidate.envelopeId !== envelopeId);
  if (earlier.length + others.length > 0 && !duplicateReason) {
    noteEarlier(applicationId, others);
    return { kind: 'reasonNeeded' };
  }
  return { kind: 'clear', duplicateTag: tags[0], duplicate: findDuplicate(mergeEarlier(earlier, others), duplicateReason) };
}
