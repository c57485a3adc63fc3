import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../src/domain/calendar/day';
import { markMm } from '../../../src/domain/reply-envelope/approval-mark';
import { frame } from '../../../src/domain/reply-envelope/drawing';
import { chooseReplyEnvelope, type ReplyEnvelope } from '../../../src/domain/reply-envelope/reply-envelope';
import { faceMm, replyEnvelopeForm } from '../../../src/domain/reply-envelope/reply-envelope-form';
import { photoValidity } from '../../../src/domain/rules/photo-age-rule';
import { sampleReplyEnvelope } from '../../support/applications/sample-reply-envelope';

const until = (mark: string, validUntil: string | null): ReplyEnvelope => ({
  ...sampleReplyEnvelope,
  mark,
  validUntil: validUntil === null ? null : dayOf(validUntil),
});
const old = until('old', '2026-03-31');
const next = until('next', '2027-03-31');

describe('which reply envelope is handed out', () => {
  it('is the one that counts longest, to its last day and not beyond', () => {
    expect(chooseReplyEnvelope([], dayOf('2026-11-20'))).toEqual({ kind: 'none' });
    expect(chooseReplyEnvelope([old, next], dayOf('2026-03-01'))).toEqual({ kind: 'valid', envelope: next });
    expect(chooseReplyEnvelope([next, old], dayOf('2027-03-17')).kind).toBe('valid');
    expect(chooseReplyEnvelope([next, old], dayOf('2027-03-18')).kind).toBe('endsSoon');
    expect(chooseReplyEnvelope([next, old], dayOf('2027-03-31')).kind).toBe('endsSoon');
    expect(chooseReplyEnvelope([old, next], dayOf('2027-04-01'))).toEqual({ kind: 'expired', envelope: next });
    expect(chooseReplyEnvelope([next, until('endless', null)], dayOf('2099-01-01')).kind).toBe('valid');
  });

  it('never is one that has ended, whatever there is', () => {
    const start = dayOf('2026-01-01');
    const anyEnvelope = fc.option(fc.nat(900)).map((days) => until('x', days === null ? null : addDays(start, days)));
    fc.assert(
      fc.property(fc.array(anyEnvelope), fc.nat(900), (envelopes, days) => {
        const day = addDays(start, days);
        const choice = chooseReplyEnvelope(envelopes, day);
        const counting = envelopes.filter(({ validUntil }) => validUntil === null || validUntil >= day);
        expect(choice.kind === 'valid' || choice.kind === 'endsSoon').toBe(counting.length > 0);
        if (choice.kind === 'valid' || choice.kind === 'endsSoon') expect(counting).toContain(choice.envelope);
      }),
    );
  });
});

describe('the form of a reply envelope', () => {
  const form = replyEnvelopeForm(sampleReplyEnvelope, { mark: 'x', validUntil: '令和9年3月31日' });
  const texts = form.texts.map(({ text }) => text);

  it('is within the post’s sizes and an A4 sheet, and takes a form of A4 folded twice', () => {
    const [width, height] = [faceMm.right - faceMm.left, faceMm.bottom - faceMm.top];
    expect([width <= 235, width >= 140, height <= 120, height >= 90]).toEqual([true, true, true, true]);
    expect([width > 148.5, height > 105]).toEqual([true, true]);
    for (const [x, y] of form.lines.flatMap(({ from, to }) => [from, to])) {
      expect(x).toBeGreaterThanOrEqual(5);
      expect(x).toBeLessThanOrEqual(205);
      expect(y).toBeGreaterThanOrEqual(5);
      expect(y).toBeLessThanOrEqual(292);
    }
  });

  it('carries the post’s mark, on it the last day, only where it was approved; else the place of a stamp', () => {
    for (const text of ['料金受取人払郵便', '見本中央局承認', '1234', '令和9年3月31日まで', '〒999-0001'])
      expect(texts).toContain(text);
    const stamped = replyEnvelopeForm({ ...sampleReplyEnvelope, approval: null }, { mark: 'x', validUntil: undefined });
    expect(stamped.texts.map(({ text }) => text)).toContain('切手を');
    expect(stamped.texts.some(({ text }) => text.includes('料金受取人払'))).toBe(false);
  });

  it('writes everything to the size that is prescribed', () => {
    const [top, right] = frame(10, 20, markMm, markMm.lineMm);
    expect([top?.from, right?.to]).toEqual([
      [10.25, 20.25],
      [28.25, 42.25],
    ]);
    const number = form.texts.find(({ text }) => text === '1234');
    expect(number?.sizeMm).toBeGreaterThanOrEqual(12 * (25.4 / 72));
  });
});

it('a photo can be used for six months: to the same day, or the last of a shorter month', () => {
  expect(photoValidity(dayOf('2026-11-20'))).toEqual({ until: '2027-05-20', months: 6 });
  expect(photoValidity(dayOf('2026-08-31')).until).toBe('2027-02-28');
});
