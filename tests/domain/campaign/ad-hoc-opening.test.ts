import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day';
import { adHocOpening, readHours } from '../../../src/domain/campaign/ad-hoc-opening';
import { touchpointDefaults, touchpoints } from '../../../src/domain/campaign/touchpoint';
import { opaqueIdField } from '../../../src/protocol/fields';

const day = dayOf('2026-11-25');
const campaigns = [
  { id: 'spring', from: dayOf('2026-04-01'), to: dayOf('2026-06-30') },
  { id: 'autumn', from: dayOf('2026-11-25'), to: dayOf('2026-11-25') },
];
const wish = { venue: ' 見本公民館 ', title: '催し', touchpoint: 'event', hours: undefined } as const;
const uniqueId = '01900000-0000-7000-8000-000000000001';

describe('an opening that nobody prepared', () => {
  it('is of its day, of the campaign that covers it, under an id that server and office take', () => {
    const opening = adHocOpening(wish, day, campaigns, uniqueId);
    expect(opening).toMatchObject({ venue: '見本公民館', day, campaignId: 'autumn', method: 'collectAtOffice' });
    expect(opaqueIdField.safeParse(opening.id).success).toBe(true);
    expect(opening).not.toHaveProperty('hours');
    expect(adHocOpening(wish, dayOf('2027-01-01'), campaigns, uniqueId).campaignId).toBe('autumn');
    expect(adHocOpening(wish, day, [], uniqueId).campaignId).toBe('none');
  });

  it('has the usual method of its touchpoint', () => {
    for (const touchpoint of touchpoints) {
      const { method } = adHocOpening({ ...wish, touchpoint }, day, campaigns, uniqueId);
      expect(method).toBe(touchpointDefaults[touchpoint].method);
    }
  });

  it.each([
    ['9:00', '16:30', { from: '09:00', to: '16:30' }],
    ['０９００', '1630', { from: '09:00', to: '16:30' }],
    ['24:00', '16:30', undefined],
    ['9:00', '', undefined],
    ['9', '10', undefined],
    ['9:60', '10:00', undefined],
  ])('reads hours %s to %s', (from, to, expected) => {
    expect(readHours(from, to)).toEqual(expected);
  });
});
