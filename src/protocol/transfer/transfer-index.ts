import { envelopeIdField, instantField, municipalityField, sha256Field, stationCodeField, stationIdField } from '../fields';
import { z } from '../zod';

export const transferIndexType = 'madoguchi-transfer+jws';
export const transferIndexAudience = 'madoguchi/transfer';

/** One part of a transfer is at most this large, so that it fits a mail, a share sheet and a FAT file system. */
export const transferPartBytes = 50_000_000;
/** More would not fit the index; a part of envelopes as small as they can be is ended by it. */
export const transferPartItems = 5_000;
export const transferIndexBytes = 1024 * 1024;

/**
 * What a part of a transfer should hold: payload of a compact JWS (ES256) by the station that made it, and the part's
 * first entry. It says what a torn part lacks; nothing in the part is believed because of it.
 */
export const transferIndexSchema = z.strictObject({
  aud: z.literal(transferIndexAudience),
  transferVersion: z.literal(1),
  stationId: stationIdField,
  stationCode: stationCodeField,
  municipality: municipalityField,
  /** By the tablet's own clock; the same in all parts of one transfer. */
  madeAt: instantField,
  part: z.int().min(1),
  parts: z.int().min(1),
  items: z
    .array(
      z.strictObject({
        kind: z.enum(['envelope', 'void']),
        envelopeId: envelopeIdField,
        /** SHA-256 of the age file, or of the void as it is signed. */
        digest: sha256Field,
      }),
    )
    .max(transferPartItems),
});
export type TransferIndex = z.infer<typeof transferIndexSchema>;
export type TransferItemKind = TransferIndex['items'][number]['kind'];
