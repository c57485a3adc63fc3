import { compactJwsField, envelopeIdField } from './fields';
import { z } from './zod';

/** A station asks what became of the envelopes it still keeps as delivered. */
export const custodyRequestSchema = z.strictObject({
  envelopeIds: z.array(envelopeIdField).max(500),
  /** Envelopes whose voids it delivered. Left out where there are none: servers of before do not know it. */
  voidIds: z.array(envelopeIdField).max(500).optional(),
});
export const custodyAnswerSchema = z.strictObject({
  /** The server does not have these: send them again. */
  lacking: z.array(envelopeIdField),
  /** The office holds its own copy of these. */
  secured: z.array(envelopeIdField),
  /** The server does not have the voids of these; only where it was asked. */
  lackingVoids: z.array(envelopeIdField).optional(),
});
export type CustodyAnswer = z.infer<typeof custodyAnswerSchema>;

/** What the office voided of the envelopes of one station. */
export const officeVoidListSchema = z.strictObject({
  voids: z.array(compactJwsField),
  /** Pass as `after` for the next page; null at the end. */
  next: envelopeIdField.nullable(),
});
export type OfficeVoidList = z.infer<typeof officeVoidListSchema>;

/** Who lets a held envelope through: a name as colleagues know it, for the audit. */
export const releaseSchema = z.strictObject({ clerk: z.string().trim().min(1).max(60) });

export const envelopeListSchema = z.strictObject({
  envelopes: z.array(
    z.strictObject({
      envelopeId: envelopeIdField,
      manifest: compactJwsField,
      receipt: compactJwsField,
      isSecured: z.boolean(),
      /** A clerk let it through though its station was revoked. */
      isReleased: z.literal(true).optional(),
      isDone: z.literal(true).optional(),
      /** Its bytes are gone, some time after the office was done with it. */
      isPurged: z.literal(true).optional(),
    }),
  ),
  /** Pass as `after` for the next page; null at the end. */
  next: z.string().nullable(),
});
export type EnvelopeList = z.infer<typeof envelopeListSchema>;
