import type { TFunction } from 'i18next';
import { type Day, partsOf } from '../domain/calendar/day';
import { findEraDate } from '../domain/calendar/era';

/** 昭和45年3月21日; the western date where no era covers the day. */
export function eraDateWords(t: TFunction, day: Day): string {
  const date = findEraDate(day);
  if (!date) return westernDateWords(t, day);
  const year = date.eraYear === 1 ? t('common.date.firstYear') : String(date.eraYear);
  return t('common.date.era', { era: t(`common.era.${date.era}`), year, month: date.month, day: date.day });
}

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
