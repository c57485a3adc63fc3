import { type Day, partsOf } from '../../../domain/calendar/day';

export interface DayCardFacts {
  /** The text of its QR. */
  readonly code: string;
  readonly municipality: string;
  readonly venue: string;
  readonly title: string;
  readonly day: Day;
  readonly people: number;
}

/** What stands on the card, line by line. Nobody of the roster. */
export function dayCardWords({ municipality, venue, title, day, people }: Omit<DayCardFacts, 'code'>) {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return {
    heading: '名簿カード（当日限り）',
    lines: [municipality, venue, title, `${year}年${month}月${dayOfMonth}日（${people}人）`],
    notes: [
      '責任者が会場の端末で「名簿を開く」を押し、',
      'このQRコードを写します。',
      '端末とは別に持ち運んでください。両方がそろうと読めます。',
      '終わったら裁断してください。なくしたときは、すぐ市役所へ。',
    ],
  } as const;
}
