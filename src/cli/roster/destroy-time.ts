import { addDays, type Day } from '../../domain/calendar/day';

const hourMs = 60 * 60 * 1000;
const japanOffsetMs = 9 * hourMs;

/** How long after the end of the opening's day a roster stays: an opening may go on past midnight. */
export const usualKeepHours = 6;
export const longestKeepHours = 24 * 14;

/** When a roster is destroyed on tablets and server: so many hours after the opening's day has ended in Japan. */
export function destroyTimeOf(day: Day, keepHours: number): string {
  const endOfDayMs = Date.parse(`${addDays(day, 1)}T00:00:00Z`) - japanOffsetMs;
  return new Date(endOfDayMs + keepHours * hourMs).toISOString();
}
