import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeFormReader } from '../../src/capture/form-scanner';

const host = 'form.example.jp';
const ids = ['11122223333444455556666', '99988887777666655554444', '12345678901234567890123'] as const;
const urlOf = (id: string): string => `https://${host}/entry?id=${id}`;
const [first, second] = ids;
/** Digits of a personal number's length that are nobody's. */
const twelveDigits = '0'.repeat(12);

function readAll(payloads: readonly string[]): string[] {
  const read = makeFormReader([host]);
  return payloads.map((payload) => {
    const reading = read(payload);
    return reading.kind === 'applicationId' ? reading.applicationId : reading.kind;
  });
}

test('two equal readings in a row decide, as URL or as bare digits', () => {
  expect(readAll([urlOf(first), urlOf(first)])).toEqual(['undecided', first]);
  expect(readAll([urlOf(first), first])).toEqual(['undecided', first]);
});

test('a code that went on being read stays decided', () => {
  expect(readAll([first, first, first])).toEqual(['undecided', first, first]);
});

test('two codes in view, read in turn, never decide', () => {
  expect(readAll(Array.from({ length: 20 }, (_, at) => (at % 2 ? first : second)))).not.toContain(first);
});

test('after two different codes it takes five equal readings in a row', () => {
  expect(readAll([first, second, second, second, second, second])).toEqual([
    'undecided',
    'undecided',
    'undecided',
    'undecided',
    'undecided',
    second,
  ]);
});

test("a foreign code or a card's between two readings means starting over", () => {
  expect(readAll([first, 'https://elsewhere.example/', first])).toEqual(['undecided', 'unknown', 'undecided']);
  expect(readAll([first, twelveDigits, first])).toEqual(['undecided', 'personalNumber', 'undecided']);
});

test('of a personal number the reading carries nothing', () => {
  expect(makeFormReader([host])(twelveDigits)).toEqual({ kind: 'personalNumber' });
});

test('whatever is read, an ID is decided only where it was also the reading just before', () => {
  const payload = fc.oneof(fc.constantFrom(...ids, ...ids.map(urlOf), twelveDigits), fc.string());
  fc.assert(
    fc.property(fc.array(payload, { maxLength: 40 }), (payloads) => {
      readAll(payloads).forEach((decided, at) => {
        if (!/^\d{23}$/.test(decided)) return;
        expect(payloads[at]).toContain(decided);
        expect(payloads[at - 1]).toContain(decided);
      });
    }),
  );
});
