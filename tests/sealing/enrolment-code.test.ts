import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  enrolmentCodeId,
  enrolmentConfirmation,
  enrolmentFingerprint,
  formatEnrolmentQr,
  formatEnrolmentTyped,
  makeEnrolmentSecret,
  parseEnrolmentCode,
} from '../../src/sealing/enrolment-code';

const secretOf = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => new Uint8Array(bytes));
const typeable = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZU'));
const thumbprints = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/);
const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');

describe('an enrolment code', () => {
  it('comes back from its QR, with the thumbprint of the configuration key', () => {
    fc.assert(
      fc.property(secretOf(16), thumbprints, (secret, thumbprint) => {
        const read = parseEnrolmentCode(formatEnrolmentQr(secret, thumbprint));
        expect(hex(read?.secret)).toBe(hex(secret));
        expect(read?.configurationThumbprint).toBe(thumbprint);
      }),
    );
  });

  it('comes back as typed: small, in full width, without hyphens, with O, I and L for 0 and 1', () => {
    fc.assert(
      fc.property(secretOf(10), (secret) => {
        const typed = formatEnrolmentTyped(secret);
        expect(typed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
        const fullWidth = typed.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        const misread = [typed.replaceAll('0', 'O'), typed.replaceAll('1', 'I'), typed.replaceAll('1', 'l')];
        const texts = [typed, typed.toLowerCase(), typed.replaceAll('-', ''), typed.replaceAll('-', ' '), fullWidth, ...misread];
        for (const text of texts) {
          expect(hex(parseEnrolmentCode(text)?.secret)).toBe(hex(secret));
          expect(parseEnrolmentCode(text)?.configurationThumbprint).toBeUndefined();
        }
      }),
    );
  });

  it('mistyped gives another secret or none, never the same', () => {
    fc.assert(
      fc.property(secretOf(10), fc.nat(15), typeable, (secret, at, wrong) => {
        const typed = formatEnrolmentTyped(secret).replaceAll('-', '');
        fc.pre(typed[at] !== wrong);
        const read = parseEnrolmentCode(typed.slice(0, at) + wrong + typed.slice(at + 1));
        expect(hex(read?.secret)).not.toBe(hex(secret));
        expect(parseEnrolmentCode(typed.slice(1))).toBeUndefined();
        expect(parseEnrolmentCode(`${typed}0`)).toBeUndefined();
      }),
    );
  });

  it('is nothing else, whatever is scanned', () => {
    const lengths = [undefined, 10, 16];
    const texts = fc.string({ unit: 'binary' });
    fc.assert(fc.property(texts, (text) => lengths.includes(parseEnrolmentCode(text)?.secret.length)));
    const thumbprint = 'a'.repeat(43);
    const wrongs = [`MADOGUCHI2:${'a'.repeat(22)}.${thumbprint}`, `MADOGUCHI1:${'a'.repeat(21)}.${thumbprint}`];
    const others = ['', 'MADOGUCHI1:', ...wrongs];
    for (const text of others) expect(parseEnrolmentCode(text)).toBeUndefined();
  });

  it('has 128 bits for the QR and 80 for typing, new each time', () => {
    expect(makeEnrolmentSecret('qr')).toHaveLength(16);
    expect(makeEnrolmentSecret('typed')).toHaveLength(10);
    expect(new Set(Array.from({ length: 100 }, () => hex(makeEnrolmentSecret('typed')))).size).toBe(100);
  });

  it('is known to the server by a digest that differs for each secret', async () => {
    const [one, other] = [makeEnrolmentSecret('qr'), makeEnrolmentSecret('qr')];
    await expect(enrolmentCodeId(one)).resolves.toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await enrolmentCodeId(one)).toBe(await enrolmentCodeId(one.slice()));
    expect(await enrolmentCodeId(one)).not.toBe(await enrolmentCodeId(other));
  });
});

describe('the fingerprint that tablet and administrator compare', () => {
  const secret = new Uint8Array(16).fill(7);
  const key = 'k'.repeat(43);
  const station = 's'.repeat(43);

  it('is the same six digits on both screens', async () => {
    const shown = await enrolmentFingerprint(secret, key, station);
    expect(shown).toMatch(/^\d{6}$/);
    expect(await enrolmentFingerprint(secret.slice(), key, station)).toBe(shown);
  });

  it('is another where the secret, the configuration key or the station is another, or they are swapped', async () => {
    const shown = await Promise.all([
      enrolmentFingerprint(secret, key, station),
      enrolmentFingerprint(new Uint8Array(16).fill(8), key, station),
      enrolmentFingerprint(secret, `${key.slice(1)}l`, station),
      enrolmentFingerprint(secret, key, `${station.slice(1)}t`),
      enrolmentFingerprint(secret, station, key),
    ]);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('spreads over all of a million', async () => {
    const stations = Array.from({ length: 300 }, (_, index) => `${index}`.padStart(43, 's'));
    const shown = await Promise.all(stations.map((id) => enrolmentFingerprint(secret, key, id)));
    expect(new Set(shown).size).toBeGreaterThan(290);
    expect(new Set(shown.map((digits) => digits.charAt(0))).size).toBe(10);
  });
});

describe('the word by which the office confirms a tablet', () => {
  const [key, station] = ['k'.repeat(43), 's'.repeat(43)];

  it('can be written only with the secret of the code, for this key and this station', async () => {
    const secret = new Uint8Array(10).fill(7);
    const written = await Promise.all([
      enrolmentConfirmation(secret, key, station),
      enrolmentConfirmation(new Uint8Array(10).fill(8), key, station),
      enrolmentConfirmation(secret, `${key.slice(1)}l`, station),
      enrolmentConfirmation(secret, key, `${station.slice(1)}t`),
      enrolmentCodeId(secret),
    ]);
    expect(new Set(written).size).toBe(written.length);
    expect(await enrolmentConfirmation(secret.slice(), key, station)).toBe(written[0]);
    expect(written[0]).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
