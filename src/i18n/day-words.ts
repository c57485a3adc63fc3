import type { TFunction } from 'i18next';
import { type Day, partsOf } from '../domain/calendar/day';

/** 1970年3月21日 */
export function westernDateWords(t: TFunction, day: Day): string {
  return t('common.date.western', { ...partsOf(day) });
}

/** 11月23日（月） */
export function monthDayWords(t: TFunction, day: Day): string {
  const { month, day: dayOfMonth } = partsOf(day);
  const weekday = t('common.date.weekdays').charAt(new Date(`${day}T00:00:00Z`).getUTCDay());
  return t('common.date.monthDay', { month, day: dayOfMonth, weekday });
}

const clock = new Intl.DateTimeFormat('ja-JP', { hour: 'numeric', minute: '2-digit', hour12: false, timeZone: 'Asia/Tokyo' });

/** 10:42, in Japan. */
export function timeWords(instantMs: number): string {
  return clock.format(instantMs);
}
