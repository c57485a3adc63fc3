import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FormQrReading, holdsPersonalNumber, readFormQr } from '../../../src/domain/form/form-qr';
import { anyDigits } from '../../support/arbitraries';

const host = 'net.kojinbango-card.go.jp';
const page = `https://${host}/SS_SERVICE_OUT/FA01S001Action.do`;
const id = '98765432109876543210987';
/** Twelve digits whose check digit is wrong: nobody's number. */
const twelve = '1234' + '5678' + '9010';
const read = (payload: string): FormQrReading => readFormQr(payload, [host]);
const taken: FormQrReading = { kind: 'applicationId', applicationId: id as never };
const personalNumber: FormQrReading = { kind: 'personalNumber' };
const unknown: FormQrReading = { kind: 'unknown' };

/** Text that ends and begins without a digit of any kind. */
const surroundings = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\p{N}%]/gu, ''));
const encoded = (digits: string): string => digits.replace(/\d/g, (digit) => `%3${digit}`);

describe('the code of a form', () => {
  it('is 23 bare digits, or an allowed URL with one run of 23', () => {
    fc.assert(
      fc.property(anyDigits(23), (digits) => {
        const expected = { kind: 'applicationId', applicationId: digits };
        expect(read(digits)).toEqual(expected);
        expect(read(` ${digits}\n`)).toEqual(expected);
        expect(read(`${page}?id=${digits}`)).toEqual(expected);
        expect(read(`${page}?lang=1&id=${digits}#2`)).toEqual(expected);
        expect(read(`HTTPS://${host.toUpperCase()}/${digits}`)).toEqual(expected);
        expect(read(`${page}?id=%20${digits}`)).toEqual(expected);
      }),
    );
  });

  it('is of an allowed host only', () => {
    const foreign = [
      `https://evil.example/?id=${id}`,
      `https://${host}@evil.example/?id=${id}`,
      `https://${host}:443@evil.example/?id=${id}`,
      `https://evil.example/${host}/?id=${id}`,
      `https://evil.example?${page}?id=${id}`,
      `https://${host}.evil.example/?id=${id}`,
      `https://evil-${host}/?id=${id}`,
      `https://${host}./?id=${id}`,
      `https://${host}\\@evil.example/?id=${id}`,
      `https://user@${host}/?id=${id}`,
      `https://${host}:8443/?id=${id}`,
      `https:/${host}/?id=${id}`,
      `https:///${host}/?id=${id}`,
      `http://${host}/?id=${id}`,
      `javascript:https://${host}/?id=${id}`,
      `see ${page}?id=${id}`,
      `${page}?id=${id} ${page}`,
      `https://ｎet.kojinbango-card.go.jp/?id=${id}`,
    ];
    expect(foreign.filter((payload) => read(payload).kind !== 'unknown')).toEqual([]);
    expect(readFormQr(`${page}?id=${id}`, [])).toEqual(unknown);
    expect(readFormQr(id, [])).toEqual(taken);
  });

  it('is never part of a longer run, in whatever digits that is written', () => {
    const longer = fc.integer({ min: 24, max: 60 }).chain(anyDigits);
    fc.assert(
      fc.property(longer, (digits) => {
        for (const payload of [digits, `${page}?id=${digits}`]) expect(read(payload)).toEqual(unknown);
      }),
    );
    for (const digit of ['4', '%34', '４', '%EF%BC%94', '%D9%A4', '%2534']) {
      expect(read(`${page}?id=${id}${digit}`)).toEqual(unknown);
      expect(read(`${page}?id=${digit}${id}`)).toEqual(unknown);
    }
  });

  it('is never shorter', () => {
    const shorter = fc
      .integer({ min: 0, max: 22 })
      .filter((length) => length !== 12)
      .chain(anyDigits);
    fc.assert(
      fc.property(shorter, (digits) => {
        for (const payload of [digits, `${page}?id=${digits}`]) expect(read(payload)).toEqual(unknown);
      }),
    );
  });

  it('holds one long run and no other', () => {
    expect(read(`${page}?id=${id}&page=1&day=20261120`)).toEqual(taken);
    expect(read(`${page}?id=${id}&again=${id}`)).toEqual(unknown);
    expect(read(`${page}?id=${id}&other=1234567890123`)).toEqual(unknown);
    expect(read(`${page}?id=${id}&other=${twelve}`)).toEqual(personalNumber);
    expect(read(`${page}?id=${encoded(id)}`)).toEqual(taken);
  });

  it('with percent signs that mean nothing is unknown', () => {
    expect(read(`${page}?id=${id}&rate=100%`)).toEqual(unknown);
    expect(read(`${page}?id=${id}&text=%FF`)).toEqual(unknown);
  });

  it('never makes the reader throw, and gives 23 digits or nothing', () => {
    const payload = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.string().map((text) => page + text),
      fc.stringMatching(/^[0-9%?&=/ -]{0,80}$/).map((text) => `${page}?${text}`),
    );
    fc.assert(
      fc.property(payload, (text) => {
        const reading = read(text);
        if (reading.kind === 'applicationId') expect(reading.applicationId).toMatch(/^\d{23}$/);
        else expect(Object.keys(reading)).toEqual(['kind']);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('twelve digits', () => {
  it('are never accepted and nothing of them is kept, whatever surrounds them', () => {
    fc.assert(
      fc.property(surroundings, anyDigits(12), surroundings, (before, digits, after) => {
        for (const payload of [`${before}${digits}${after}`, `${page}?${before}${digits}${after}`]) {
          expect(read(payload)).toEqual(personalNumber);
        }
      }),
    );
  });

  it('are refused beside an application ID too', () => {
    fc.assert(
      fc.property(anyDigits(12), anyDigits(23), (digits, other) => {
        expect(read(`${page}?id=${other}&n=${digits}`)).toEqual(personalNumber);
        expect(read(`${digits} ${other}`)).toEqual(personalNumber);
        expect(read(`${page}?id=${other}&n=${encoded(digits)}`)).toEqual(personalNumber);
      }),
    );
  });

  it.each([
    ['in groups', '1234 5678 9010'],
    ['with hyphens', '1234-5678-9010'],
    ['in full width', '１２３４５６７８９０１０'],
    ['in full width groups', '１２３４　５６７８　９０１０'],
    ['before a sign that stands for digits', `${twelve}㍘`],
    ['in full width after such a sign', '㎡１２３４５６７８９０１０'],
    ['in circles', '①②③④⑤⑥⑦⑧⑨①①①'],
    ['percent-encoded', encoded(twelve)],
    ['percent-encoded before such a sign', encodeURIComponent(`${twelve}㍘`)],
    ['half percent-encoded', `${encoded('123456')}789010`],
  ])('are found %s', (_, text) => {
    expect(holdsPersonalNumber(text)).toBe(true);
    expect(read(text)).toEqual(personalNumber);
  });

  it('are not seen where there are more or fewer', () => {
    for (const text of [id, '12345678901', '1234567890123', '', 'み02-0028-7', '2026-11-20']) {
      expect(holdsPersonalNumber(text)).toBe(false);
    }
  });
});
