import { duplicateTagSchema } from './duplicates/duplicate-tag';
import {
  channelField,
  dayField,
  envelopeIdField,
  instantField,
  kindField,
  methodField,
  municipalityField,
  opaqueIdField,
  receptionNumberField,
  sequenceField,
  sha256Field,
  stationIdField,
  touchpointField,
} from './fields';
import { wireLimits } from './limits';
import { z } from './zod';

export const manifestType = 'madoguchi-manifest+jws';
export const manifestAudience = 'madoguchi/intake';

/**
 * 送り状: the signed facts about one envelope that may be known in the clear. No personal data.
 * Payload of a compact JWS (ES256) by the station's key, whose id is the header's `kid`.
 */
export const manifestSchema = z.strictObject({
  aud: z.literal(manifestAudience),
  manifestVersion: z.literal(1),
  envelopeId: envelopeIdField,
  /** SHA-256 of the age file. */
  digest: sha256Field,
  /** Bytes of the age file. */
  size: z.int().min(1).max(wireLimits.envelopeBytes),
  stationId: stationIdField,
  /** Gapless per station, from 1. */
  sequence: sequenceField,
  receptionNumber: receptionNumberField,
  sealedAt: instantField,
  /** Server's clock minus the tablet's when they last met; null before. */
  serverOffsetMs: z.int().nullable(),
  collectedBy: municipalityField,
  destination: municipalityField,
  campaignId: opaqueIdField,
  openingId: opaqueIdField,
  day: dayField,
  touchpoint: touchpointField,
  method: methodField,
  channel: channelField,
  kind: kindField,
  photo: z.enum(['taken', 'none']),
  attendantId: opaqueIdField.nullable(),
  configuration: z.strictObject({ epoch: z.int().min(1), version: z.int().min(1) }),
  appVersion: z.string().max(32),
  /** Absent where the station had no key for it when it sealed. */
  duplicateTag: duplicateTagSchema.optional(),
});
export type Manifest = z.infer<typeof manifestSchema>;
