import { rosterLimits } from '../../domain/roster/roster';
import { applicationIdField, dayField, opaqueIdField } from '../fields';
import { z } from '../zod';

const personSchema = z.strictObject({
  number: z.string().max(rosterLimits.numberLength),
  name: z
    .string()
    .min(1)
    .max(rosterLimits.nameLength * 2),
  kana: z.string().max(rosterLimits.kanaLength),
  birthDate: dayField,
  applicationId: applicationIdField.nullable(),
});

/** 名簿 inside its age file: the people of one opening. Version 1. */
export const rosterDocumentSchema = z.strictObject({
  schema: z.literal('madoguchi-roster'),
  schemaVersion: z.literal(1),
  /** A roster is for this opening and no other, whatever the file is called or where it lies. */
  openingId: opaqueIdField,
  people: z.array(personSchema).min(1).max(rosterLimits.people),
});
export type RosterDocument = z.infer<typeof rosterDocumentSchema>;
