import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CombinationReading, Shortfall } from '../../../domain/identity/combinations';
import { type Combination, documentGroups } from '../../../domain/identity/documents';

/** The documents in words: what is still missing, the ways that need least, or by what the check is satisfied. */
export function useDocumentWords(reading: CombinationReading): string {
  const { t } = useTranslation();
  if (reading.kind === 'satisfied') {
    return t('identity.standing.documentsDone', { what: partsInWords(t, partsOfCombination(reading.combination)) });
  }
  const count = Math.min(...reading.ways.map(stillMissing));
  const shortest = reading.ways.filter((way) => stillMissing(way) === count);
  const ways = [...new Set(shortest.map((way) => partsInWords(t, partsOfShortfall(way), count > 1)))];
  if (ways.length === 1) return t('identity.standing.missing', { count, way: ways[0] ?? '' });
  return t('identity.standing.missingAny', { count, ways: ways.join(t('identity.standing.between')) });
}

interface Part {
  readonly name: 'A' | 'B' | 'notice' | 'extra';
  readonly count: number;
}

const extra: Part = { name: 'extra', count: 1 };

function partsOfShortfall({ documents, needsExtraCheck }: Shortfall): readonly Part[] {
  return [...documents.map(({ group, count }) => ({ name: group, count })), ...(needsExtraCheck ? [extra] : [])];
}

function partsOfCombination({ needs, needsExtraCheck }: Combination): readonly Part[] {
  const documents = documentGroups.map((name) => ({ name, count: needs[name] ?? 0 })).filter(({ count }) => count > 0);
  return [...documents, ...(needsExtraCheck ? [extra] : [])];
}

function stillMissing(way: Shortfall): number {
  return partsOfShortfall(way).reduce((sum, { count }) => sum + count, 0);
}

/** Aの書類1点とBの書類1点; without figures where only one is missing, for the sentence gives it. */
function partsInWords(t: TFunction, parts: readonly Part[], isCounted = true): string {
  return parts
    .map(({ name, count }): string => {
      const words = t(`identity.standing.documents.${name}`);
      return isCounted && name !== 'extra' ? t('identity.standing.counted', { name: words, count }) : words;
    })
    .reduce((one, other) => t('identity.standing.and', { one, other }));
}
