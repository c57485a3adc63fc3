import { voidReasons } from '../../domain/submission/voiding';
import {
  compactJwsField,
  envelopeIdField,
  instantField,
  municipalityField,
  opaqueIdField,
  receptionNumberField,
  sequenceField,
  sha256Field,
  stationIdField,
} from '../fields';
import { z } from '../zod';

export const voidType = 'madoguchi-void+jws';
export const voidAudience = 'madoguchi/void';

/**
 * 取消: payload of a compact JWS (ES256). Signed by the station that issued the envelope, or by the configuration key
 * of the office it is destined for; whose it is, `kid` says. It names the envelope by id and digest, so it can void no
 * other, and may arrive before it. No personal data.
 */
export const voidSchema = z.strictObject({
  aud: z.literal(voidAudience),
  voidVersion: z.literal(1),
  envelopeId: envelopeIdField,
  /** SHA-256 of the age file that is voided. */
  digest: sha256Field,
  /** The station that issued the envelope. */
  stationId: stationIdField,
  sequence: sequenceField,
  receptionNumber: receptionNumberField,
  collectedBy: municipalityField,
  destination: municipalityField,
  reason: z.enum(voidReasons),
  /** Who decided at the counter; null for a clerk. */
  attendantId: opaqueIdField.nullable(),
  /** By the clock of whoever signed. */
  voidedAt: instantField,
});
export type Void = z.infer<typeof voidSchema>;

export const voidListSchema = z.strictObject({
  voids: z.array(
    z.strictObject({
      envelopeId: envelopeIdField,
      void: compactJwsField,
      /** It came when the office had the envelope already: a clerk decides. */
      isAfterSecured: z.boolean(),
    }),
  ),
  /** Pass as `after` for the next page; null at the end. */
  next: z.string().nullable(),
});
export type VoidList = z.infer<typeof voidListSchema>;
