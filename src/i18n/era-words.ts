import type { TFunction } from 'i18next';
import type { Day } from '../domain/calendar/day';
import { findEraDate } from '../domain/calendar/era';
import { westernDateWords } from './day-words';

/** 昭和45年3月21日; the western date where no era covers the day. */
export function eraDateWords(t: TFunction, day: Day): string {
  const date = findEraDate(day);
  if (!date) return westernDateWords(t, day);
  const year = date.eraYear === 1 ? t('common.date.firstYear') : String(date.eraYear);
  return t('common.date.era', { era: t(`common.era.${date.era}`), year, month: date.month, day: date.day });
}
