import { describe, expect, it } from 'vitest';
import { addMonths, dayOf } from '../../../src/domain/calendar/day';
import { cardValidity } from '../../../src/domain/rules/card-validity';
import { canChooseFaceAuthentication, certificateWishes, whyNotIssued } from '../../../src/domain/rules/certificate-rule';
import { expiredEditions, isEditionValid } from '../../../src/domain/rules/edition-rule';
import { expressReasons } from '../../../src/domain/rules/express-rule';
import { feeHint } from '../../../src/domain/rules/fee-rule';
import { representedAs } from '../../../src/domain/rules/representative-rule';
import { stayStanding } from '../../../src/domain/rules/stay-rule';

const day = dayOf('2026-11-20');
const adult = dayOf('1970-03-21');
const both = { signature: 'issue', userAuthentication: 'issue' } as const;
const neither = { signature: 'declined', userAuthentication: 'declined' } as const;

describe('what a card costs', () => {
  it('is nothing on first issue and renewal', () => {
    expect(feeHint({ kind: 'first', kindReason: null, certificates: both }, day)).toEqual({ kind: 'free' });
    expect(feeHint({ kind: 'renewal', kindReason: 'expiry', certificates: both }, day)).toEqual({ kind: 'free' });
  });

  it('is 1,000 yen on reissue, 800 without a certificate', () => {
    const lost = { kind: 'reissue', kindReason: 'lost' } as const;
    expect(feeHint({ ...lost, certificates: both }, day)).toEqual({ kind: 'charged', yen: 1000 });
    expect(feeHint({ ...lost, certificates: neither }, day)).toEqual({ kind: 'charged', yen: 800 });
    const child = { signature: 'notIssued', userAuthentication: 'issue' } as const;
    expect(feeHint({ ...lost, certificates: child }, day)).toEqual({ kind: 'charged', yen: 1000 });
  });

  it('is for the office to say where the card itself failed', () => {
    const failed = { kind: 'reissue', kindReason: 'chipFault', certificates: both } as const;
    expect(feeHint(failed, day)).toEqual({ kind: 'officeDecides', yen: 1000 });
    expect(feeHint({ ...failed, kindReason: null }, day)).toMatchObject({ kind: 'officeDecides' });
  });
});

describe('特急発行', () => {
  const facts = { birthDate: adult, kind: 'reissue', kindReason: 'lost', isFromAbroad: true } as const;
  it('is for those under one, who lost a card, or came from abroad, since 2024-12-02', () => {
    expect(expressReasons(facts, day)).toEqual(['lost', 'fromAbroad']);
    expect(expressReasons({ ...facts, birthDate: dayOf('2025-11-21'), kind: 'first', isFromAbroad: false }, day)).toEqual([
      'underOne',
    ]);
    expect(expressReasons({ ...facts, birthDate: dayOf('2025-11-20'), kind: 'first', isFromAbroad: false }, day)).toEqual([]);
    expect(expressReasons({ ...facts, kindReason: 'damaged', isFromAbroad: false }, day)).toEqual([]);
    expect(expressReasons(facts, dayOf('2024-12-01'))).toEqual([]);
    expect(expressReasons(facts, dayOf('2024-12-02'))).not.toEqual([]);
  });
});

describe('the 署名用 certificate', () => {
  const none = { isAdultWard: false, isFaceAuthentication: false };
  it('is not issued under 15, to adult wards, or with a card without a PIN', () => {
    expect(whyNotIssued('signature', dayOf('2011-11-21'), day)).toBe('underAge');
    expect(whyNotIssued('signature', dayOf('2011-11-20'), day)).toBeUndefined();
    expect(whyNotIssued('signature', adult, day, { ...none, isAdultWard: true })).toBe('adultWard');
    expect(whyNotIssued('signature', adult, day, { ...none, isFaceAuthentication: true })).toBe('faceAuthentication');
    const all = { isAdultWard: true, isFaceAuthentication: true };
    expect(certificateWishes([], adult, day, all)).toEqual({ signature: 'notIssued', userAuthentication: 'issue' });
  });

  it('and a card without a PIN exist since 2023-12-15', () => {
    expect(canChooseFaceAuthentication(dayOf('2023-12-14'))).toBe(false);
    expect(canChooseFaceAuthentication(dayOf('2023-12-15'))).toBe(true);
  });
});

describe('a representative', () => {
  it('acts for a child under 15 and for an adult ward', () => {
    expect(representedAs(dayOf('2011-11-21'), day, false)).toBe('child');
    expect(representedAs(dayOf('2011-11-20'), day, false)).toBeUndefined();
    expect(representedAs(adult, day, true)).toBe('adultWard');
  });
});

describe('a stay', () => {
  it('ends soon within two months, the last day included', () => {
    expect(stayStanding(dayOf('2026-11-19'), day)).toBe('ended');
    expect(stayStanding(day, day)).toBe('endsSoon');
    expect(stayStanding(dayOf('2027-01-20'), day)).toBe('endsSoon');
    expect(stayStanding(dayOf('2027-01-21'), day)).toBe('lasts');
    expect(stayStanding(dayOf('2027-02-28'), dayOf('2026-12-31'))).toBe('endsSoon');
    expect(stayStanding(dayOf('2027-03-01'), dayOf('2026-12-31'))).toBe('lasts');
  });

  it('ends the card with it, unless a birthday does so first', () => {
    expect(cardValidity(adult, day, dayOf('2028-04-01')).endsWithStay).toBe('2028-04-01');
    expect(cardValidity(adult, day, dayOf('2036-03-20')).endsWithStay).toBe('2036-03-20');
    expect(cardValidity(adult, day, dayOf('2036-03-21')).endsWithStay).toBeNull();
    expect(cardValidity(adult, day, null).endsWithStay).toBeNull();
    expect(cardValidity(dayOf('2000-02-29'), dayOf('2026-11-20'), dayOf('2036-02-28')).endsWithStay).toBe('2036-02-28');
  });
});

describe('printed matter', () => {
  const form = { item: 'applicationForm', mark: '2020年版', validUntil: dayOf('2026-11-20') } as const;
  const older = { ...form, mark: '2016年版', validUntil: dayOf('2020-03-31') };
  const endless = { ...form, mark: '2026年版', validUntil: null };

  it('counts until its last day', () => {
    expect(isEditionValid(form, day)).toBe(true);
    expect(isEditionValid(form, dayOf('2026-11-21'))).toBe(false);
    expect(isEditionValid(endless, dayOf('2099-01-01'))).toBe(true);
  });

  it('that no longer counts is named, the latest first', () => {
    const envelope = { ...older, item: 'replyEnvelope' } as const;
    const expired = expiredEditions([older, endless, form, envelope], 'applicationForm', dayOf('2026-11-21'));
    expect(expired).toEqual([form, older]);
  });
});

describe('months', () => {
  it('end on the last day where the month is shorter', () => {
    expect(addMonths(dayOf('2026-12-31'), 2)).toBe('2027-02-28');
    expect(addMonths(dayOf('2027-12-31'), 2)).toBe('2028-02-29');
    expect(addMonths(dayOf('2026-11-20'), 2)).toBe('2027-01-20');
    expect(addMonths(dayOf('2026-01-15'), -1)).toBe('2025-12-15');
  });
});
