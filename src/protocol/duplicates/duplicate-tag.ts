import { duplicateReasons, mostEarlierApplications } from '../../domain/application/duplicate';
import { dayField, envelopeIdField, instantField, opaqueIdField, receptionNumberField, sha256Field } from '../fields';
import { z } from '../zod';

/** The number of a key that the office made for duplicate tags: 1, 2, 3 … */
export const duplicateKeyVersionField = z.int().min(1).max(0xffff_ffff);

/**
 * 重複タグ: HMAC-SHA-256 of the application ID under a key that offices and stations know and the server does not. Equal
 * tags are equal IDs; nobody without the key can find or test an ID by its tag.
 */
export const duplicateTagSchema = z.strictObject({ tag: sha256Field, keyVersion: duplicateKeyVersionField });
export type DuplicateTag = z.infer<typeof duplicateTagSchema>;

/** The office's duplicate keys, sealed to one station's agreement key. */
export const wrappedDuplicateKeysSchema = z.strictObject({
  /** The newest of the keys within. */
  version: duplicateKeyVersionField,
  /** Compact JWE. */
  wrapped: z
    .string()
    .max(4096)
    .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+){4}$/),
});
export type WrappedDuplicateKeys = z.infer<typeof wrappedDuplicateKeysSchema>;

/** The tags of one application ID, one for each key that the station holds. */
export const mostDuplicateKeys = 4;

/** What application.json says of an application that is taken although its form was taken before. */
export const duplicateSchema = z.strictObject({
  reason: z.enum(duplicateReasons),
  /** Those that were known then, newest first. */
  earlier: z.array(receptionNumberField).min(1).max(mostEarlierApplications),
});

/** A station asks whether an application ID was taken before, without saying the ID. */
export const duplicateRequestSchema = z.strictObject({ tags: z.array(sha256Field).min(1).max(mostDuplicateKeys) });

export const duplicateAnswerSchema = z.strictObject({
  /** Newest first. Facts of their manifests. */
  earlier: z
    .array(
      z.strictObject({
        envelopeId: envelopeIdField,
        receptionNumber: receptionNumberField,
        openingId: opaqueIdField,
        day: dayField,
        sealedAt: instantField,
      }),
    )
    .max(mostEarlierApplications),
});
export type DuplicateAnswer = z.infer<typeof duplicateAnswerSchema>;
