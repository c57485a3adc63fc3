import { describe, expect, it } from 'vitest';
import { methods } from '../../../src/domain/campaign/method';
import { slipPapers, slipSheet } from '../../../src/domain/slip/slip-paper';
import { handingOf, type SlipFacts, slipFactsOf, thingsToBring } from '../../../src/domain/slip/what-comes-next';
import { sampleDay, sampleDraft } from '../../support/sample-application';

const adult: SlipFacts = { method: 'collectAtOffice', kind: 'first', isAccompanied: false, destination: undefined };

describe('what a resident is told to bring', () => {
  it('follows the method: papers to the counter, or only something to show the postman', () => {
    expect(methods.filter((method) => handingOf(method) === 'mailed')).toEqual(['verifyAtApplication', 'visitingReception']);
    expect(thingsToBring({ ...adult, method: 'verifyAtApplication' })).toEqual(['identityAtDelivery']);
    expect(thingsToBring(adult)).toEqual(['noticePostcard', 'identityDocuments', 'notificationCard', 'residentCard']);
  });

  it('names the card there is, where there is one, and whoever comes along', () => {
    const withCard = ['noticePostcard', 'identityDocuments', 'currentCard'];
    expect(thingsToBring({ ...adult, kind: 'renewal' })).toEqual(withCard);
    expect(thingsToBring({ ...adult, kind: 'reissue' })).toEqual([...withCard, 'fee']);
    expect(thingsToBring({ ...adult, isAccompanied: true })).toContain('representative');
  });
});

describe('what a slip knows', () => {
  it('is how the card comes, and nothing of the person', () => {
    const child = sampleDraft({ birthCalendar: 'reiwa', birthDigits: '040401', kind: 'renewal' });
    expect(slipFactsOf(child, sampleDay)).toEqual({ ...adult, kind: 'renewal', isAccompanied: true });
    const facts = slipFactsOf(sampleDraft(), sampleDay);
    expect(facts).toEqual(adult);
    expect(Object.keys(facts).sort()).toEqual(['destination', 'isAccompanied', 'kind', 'method']);
  });
});

describe('the paper of a slip', () => {
  it('is a standard sheet whatever is on it, and a roll as long as its content', () => {
    expect(slipSheet('a4', 5000)).toEqual({ widthMm: 210, heightMm: 297 });
    expect(slipSheet('a5', 5000)).toEqual({ widthMm: 148, heightMm: 210 });
    const { widthMm, heightMm } = slipSheet('roll80', (96 / 25.4) * 100);
    expect(widthMm).toBe(80);
    expect(heightMm).toBeGreaterThan(100);
    expect(heightMm).toBeLessThanOrEqual(108);
    expect(Object.keys(slipPapers)).toEqual(['a4', 'a5', 'roll80']);
  });
});
