import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPhotoRules } from '../../../src/domain/photo/photo-rules';
import { additive } from '../../../src/protocol/reading/additive';
import { configurationSchema, readableConfigurationSchema } from '../../../src/protocol/configuration';
import { z } from '../../../src/protocol/zod';
import { sampleConfiguration } from '../../support/sample-application';

/** The value with a member that nobody knows in every object. */
function withMore(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((entry) => withMore(entry, name));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, withMore(member, name)] as const);
  return { ...Object.fromEntries(members), [name]: { of: ['tomorrow'] } };
}

const whole = {
  ...sampleConfiguration(),
  photo: { ...defaultPhotoRules, overrideReasons: [...defaultPhotoRules.overrideReasons] },
};
const read = (value: unknown) => readableConfigurationSchema.safeParse(value).data;

describe('a configuration by a newer office', () => {
  it('is read with the members of tomorrow left out, at every depth', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^zz[a-z]{1,8}$/), (name) => {
        const newer = withMore(whole, name);
        expect(configurationSchema.safeParse(newer).success).toBe(false);
        expect(read(newer)).toEqual(whole);
      }),
    );
  });

  it('is read without the openings, people, stations and reasons that this version cannot understand', () => {
    const [opening, attendant, station] = [whole.openings[0], whole.attendants[0], whole.stations[0]];
    const newer = {
      ...whole,
      openings: [{ ...opening, method: 'byMail', touchpoint: 'space' }, opening, { ...opening, touchpoint: 'space', floor: 2 }],
      attendants: [attendant, { ...attendant, id: 'attendant-2', role: 'clerk' }],
      stations: [{ ...station, state: 'resting' }, station],
      photo: { ...whole.photo, overrideReasons: ['ofTomorrow', ...whole.photo.overrideReasons] },
    };
    expect(read(newer)).toEqual(whole);
  });

  it('is not read where something lacks, has another shape, or nothing remains that must be there', () => {
    const { recipients: _left, ...without } = whole;
    const [attendant] = whole.attendants;
    const wrong = [
      without,
      { ...whole, extra: 1, epoch: 0 },
      { ...whole, schemaVersion: 2 },
      { ...whole, aud: 'madoguchi/other' },
      { ...whole, attendants: [{ ...attendant, role: 'clerk' }] },
      { ...whole, openings: [{ ...whole.openings[0], day: '2026-02-30' }] },
      { ...whole, openings: [3] },
      null,
    ];
    expect(wrong.map(read)).toEqual(wrong.map(() => undefined));
  });
});

it('never takes more than its schema would, whatever it is given', () => {
  const schema = z.strictObject({ a: z.int(), list: z.array(z.strictObject({ kind: z.enum(['x', 'y']) })) });
  const reading = additive(schema, ['list']);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { data } = reading.safeParse(value);
      expect(data === undefined || schema.safeParse(data).success).toBe(true);
    }),
  );
  expect(reading.parse({ a: 1, b: 2, list: [{ kind: 'z' }, { kind: 'y', more: 1 }] })).toEqual({ a: 1, list: [{ kind: 'y' }] });
});
