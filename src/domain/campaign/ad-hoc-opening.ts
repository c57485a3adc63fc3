import type { Day } from '../calendar/day';
import type { Opening, OpeningHours } from './opening';
import { type Touchpoint, touchpointDefaults } from './touchpoint';

/** What staff say of an opening that nobody prepared. */
export interface AdHocWish {
  readonly venue: string;
  readonly title: string;
  readonly touchpoint: Touchpoint;
  readonly hours: OpeningHours | undefined;
}

const idPrefix = 'adhoc-';

/** An opening made by staff on a tablet. Its campaign is the one that covers the day, its method the touchpoint's usual one. */
export function adHocOpening(
  { venue, title, touchpoint, hours }: AdHocWish,
  day: Day,
  campaigns: readonly { readonly id: string; readonly from: Day; readonly to: Day }[],
  uniqueId: string,
): Opening {
  const campaign = campaigns.find(({ from, to }) => from <= day && day <= to) ?? campaigns.at(-1);
  return {
    id: `${idPrefix}${uniqueId}`,
    campaignId: campaign?.id ?? 'none',
    venue: venue.trim(),
    title: title.trim(),
    touchpoint,
    method: touchpointDefaults[touchpoint].method,
    day,
    ...(hours && { hours }),
  };
}

/** Whether staff made it on a tablet, so that no configuration names it. */
export function isAdHocOpening({ id }: Pick<Opening, 'id'>): boolean {
  return id.startsWith(idPrefix);
}

/** Reads hours as typed, `900` `9:00` `0900`; undefined where either is no time of day. */
export function readHours(from: string, to: string): OpeningHours | undefined {
  const [opens, closes] = [readTime(from), readTime(to)];
  return opens !== undefined && closes !== undefined ? { from: opens, to: closes } : undefined;
}

function readTime(text: string): string | undefined {
  const match = /^(\d{1,2}):?(\d{2})$/.exec(text.normalize('NFKC').trim());
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
