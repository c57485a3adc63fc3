import { useTranslation } from 'react-i18next';
import type { Day } from '../../../domain/calendar/day';
import { toCsv } from '../../../domain/counts/csv';
import type { CountRow } from '../../../domain/counts/count-row';
import { countBy, countFigures, type CountedBy, type Figures } from '../../../domain/counts/daily-count';
import { useTablet } from '../../tablet/tablet-store';

export const figureNames = [
  'sealed',
  'waiting',
  'refused',
  'removed',
  'delivered',
  'voided',
] as const satisfies readonly (keyof Figures)[];

interface CountWords {
  /** The name of a counted value as people say it. */
  readonly nameOf: (key: CountedBy, value: string) => string;
  /** The day's counts as a CSV file. */
  readonly csvOf: (day: Day, rows: readonly CountRow[], groupings: readonly CountedBy[]) => { fileName: string; text: string };
}

/** Names and the CSV of the daily count, in the language on screen. */
export function useCountWords(): CountWords {
  const { t } = useTranslation();
  const configuration = useTablet((tablet) => tablet.configuration);
  const station = useTablet((tablet) => tablet.station?.stationCode ?? '');
  const nameOf = (key: CountedBy, value: string): string => {
    if (key !== 'openingId') return t(`common.${key}.${value}` as 'common.kind.first');
    const opening = configuration?.openings.find(({ id }) => id === value);
    return opening ? `${opening.venue} ${opening.title}` : t('counts.unknownOpening');
  };
  const csvOf: CountWords['csvOf'] = (day, rows, groupings) => {
    const line = (group: string, name: string, figures: Figures): (string | number)[] => [
      day,
      station,
      group,
      name,
      ...figureNames.map((figure) => figures[figure]),
    ];
    const header = [t('counts.csv.day'), t('counts.csv.station'), t('counts.csv.group'), t('counts.item')];
    const groups = groupings.flatMap((key) =>
      [...countBy(rows, key)].map(([value, figures]) => line(t(`counts.by.${key}`), nameOf(key, value), figures)),
    );
    const text = toCsv([
      [...header, ...figureNames.map((figure) => t(`counts.${figure}`))],
      ...groups,
      line(t('counts.total'), t('counts.total'), countFigures(rows)),
    ]);
    return { fileName: t('counts.csv.fileName', { day, station }), text };
  };
  return { nameOf, csvOf };
}
