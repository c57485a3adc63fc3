import { addDays, type Day } from '../../domain/calendar/day';
import type { Opening } from '../../domain/campaign/opening';

export const demoCampaignId = 'demo-campaign';

const venues: readonly (Pick<Opening, 'venue' | 'title' | 'touchpoint' | 'method'> & { readonly name: string })[] = [
  { name: 'infant', venue: 'みなと保健センター', title: '1歳6か月児健診', touchpoint: 'infantCheck', method: 'collectAtOffice' },
  { name: 'tax', venue: '文化会館', title: '確定申告会場', touchpoint: 'taxVenue', method: 'applicationSupport' },
  { name: 'lobby', venue: '見本市役所', title: '市民ロビー', touchpoint: 'officeCounter', method: 'collectAtOffice' },
  { name: 'health', venue: '中央公民館', title: '特定健診', touchpoint: 'healthCheck', method: 'verifyAtApplication' },
  { name: 'company', venue: '見本工業', title: '社員の申請', touchpoint: 'company', method: 'visitingReception' },
];

/** How far ahead openings are made, and when they are made anew; how long past ones are kept. All in days. */
const plannedDays = 14;
const neededDays = 7;
const keptDays = 60;

const daysFrom = (today: Day, count: number): readonly Day[] =>
  Array.from({ length: count }, (_, index) => addDays(today, index));

const openingsOf = (day: Day): readonly Opening[] =>
  venues.map(({ name, ...venue }) => ({ id: `demo-${day}-${name}`, campaignId: demoCampaignId, ...venue, day }));

/** Whether today or one of the coming days of a week has no opening. */
export function needsDemoOpenings(openings: readonly Opening[], today: Day): boolean {
  return daysFrom(today, neededDays).some((day) => !openings.some((opening) => opening.day === day));
}

/** The openings with those of the demo for each of the coming two weeks that has none, and without those long past. */
export function withDemoOpenings(openings: readonly Opening[], today: Day): Opening[] {
  const missing = daysFrom(today, plannedDays).filter((day) => !openings.some((opening) => opening.day === day));
  const recent = openings.filter(({ day }) => day >= addDays(today, -keptDays));
  return [...recent, ...missing.flatMap(openingsOf)];
}

/** Last day that is planned for. */
export function lastDemoDay(today: Day): Day {
  return addDays(today, plannedDays - 1);
}
