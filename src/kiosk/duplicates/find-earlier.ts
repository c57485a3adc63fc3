import type { EarlierApplication } from '../../domain/application/duplicate';
import type { ApplicationId } from '../../domain/form/application-id';
import type { DuplicateTag } from '../../protocol/duplicates/duplicate-tag';
import type { Entry } from '../../queue/entry';
import type { TabletPorts } from '../tablet/tablet-ports';
import { useTablet } from '../tablet/tablet-store';
import { duplicateTagsOf } from './duplicate-tags';

/**
 * Applications with this ID, on this tablet or at the server. Never rejects: what cannot be found out is not known, and
 * whoever stands at the counter is not kept waiting for it.
 */
export async function findEarlier(
  applicationId: ApplicationId,
  where: 'here' | 'atServer',
  ports: Pick<TabletPorts, 'queue' | 'api'>,
): Promise<readonly EarlierApplication[]> {
  const tags = await duplicateTagsOf(applicationId).catch(() => []);
  if (where === 'here') return findHere(tags, ports.queue);
  return tags.length === 0
    ? []
    : askServer(
        tags.map(({ tag }) => tag),
        ports.api,
      ).catch(() => []);
}

/** Those on this tablet, by tags that are known already. Never rejects. */
export async function findHere(
  tags: readonly DuplicateTag[],
  queue: Pick<TabletPorts['queue'], 'entriesWithTag'>,
): Promise<readonly EarlierApplication[]> {
  if (tags.length === 0) return [];
  const entries = await queue.entriesWithTag(tags.map(({ tag }) => tag)).catch(() => []);
  return entries.map(ofThisTablet);
}

function ofThisTablet({ envelopeId, receptionNumber, openingId, day, sealedAtMs }: Entry): EarlierApplication {
  return { envelopeId, receptionNumber, openingId, day, sealedAtMs, isOfThisTablet: true };
}

async function askServer(tags: readonly string[], api: TabletPorts['api']): Promise<readonly EarlierApplication[]> {
  const { station } = useTablet.getState();
  if (!station) return [];
  const answer = await api.askDuplicates(station.keys, tags);
  if (answer.kind !== 'answered') return [];
  return answer.earlier.map(({ sealedAt, ...earlier }) => ({
    ...earlier,
    sealedAtMs: Date.parse(sealedAt),
    isOfThisTablet: false,
  }));
}
