import { describe, expect, it } from 'vitest';
import * as fields from '../../src/protocol/fields';
import type { z } from '../../src/protocol/zod';
import { sampleEnvelopeId } from '../support/sample-application';

const cases: readonly [string, z.ZodType, readonly string[], readonly string[]][] = [
  ['day', fields.dayField, ['2024-02-29'], ['2023-02-29', '2024-2-9', '２０２４-02-29', '']],
  ['municipality', fields.municipalityField, ['131016'], ['131017', '１３１０１６', '13101']],
  ['station code', fields.stationCodeField, ['み02'], ['み2', 'A02', 'み０２']],
  ['application ID', fields.applicationIdField, ['98765432109876543210987'], ['987 6543 2109 8765 4321 0987', '9876543']],
  ['envelope id', fields.envelopeIdField, [sampleEnvelopeId], ['019aab3c-5d6e-4f80-9a1b-c2d3e4f5a6b7', '../etc', '']],
  ['opaque id', fields.opaqueIdField, ['opening-1_A'], ['', 'a b', 'a/b', 'a'.repeat(65)]],
  ['digest', fields.sha256Field, ['a'.repeat(43)], ['a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}=`, `${'a'.repeat(42)}+`]],
  ['instant', fields.instantField, ['2026-11-20T04:05:06.789Z'], ['2026-11-20', '2026-11-20T04:05:06+09:00', '']],
  ['compact JWS', fields.compactJwsField, ['a.b-_.c'], ['a.b', 'a.b.c.d', 'a.b.c=', 'a..c', 'a.b.c\n']],
];

describe.each(cases)('the field %s', (_, field, taken, refused) => {
  it('takes one spelling of what it stands for', () => {
    expect(taken.filter((text) => !field.safeParse(text).success)).toEqual([]);
    expect(refused.filter((text) => field.safeParse(text).success)).toEqual([]);
  });
});

describe('the field of a reception number', () => {
  it('takes it only as it is written out', () => {
    const samples = ['み02-0028-', 'み020028', 'み02 0028 '].map((start) =>
      Array.from('0123456789ABCDEFGHJKLMNPRTUVWXY').map((check) => start + check),
    );
    const taken = samples.map((texts) => texts.filter((text) => fields.receptionNumberField.safeParse(text).success).length);
    expect(taken).toEqual([1, 0, 0]);
  });
});

describe('a public key', () => {
  it('never holds the private half', () => {
    const key = { kty: 'EC', crv: 'P-256', x: 'a'.repeat(43), y: 'b'.repeat(43) };
    expect(fields.publicKeyField.safeParse(key).success).toBe(true);
    expect(fields.publicKeyField.safeParse({ ...key, d: 'c'.repeat(43) }).success).toBe(false);
    expect(fields.publicKeyField.safeParse({ ...key, crv: 'P-384' }).success).toBe(false);
  });
});
