import { additive } from './reading/additive';
import { envelopeIdField, instantField, sha256Field, stationIdField } from './fields';
import { z } from './zod';

export const receiptType = 'madoguchi-receipt+jws';
export const receiptAudience = 'madoguchi/station';

/** 受領証: payload of a compact JWS (ES256) by a server key of the signed configuration, named by `kid`. */
export const receiptSchema = z.strictObject({
  aud: z.literal(receiptAudience),
  envelopeId: envelopeIdField,
  digest: sha256Field,
  stationId: stationIdField,
  receivedAt: instantField,
  /** `held`: durable, but from a revoked station; a clerk decides. */
  state: z.enum(['stored', 'held']),
  /** Head of the server's audit chain once this envelope was in it. */
  auditHead: sha256Field,
});
/** For the tablet: the server may be newer, and say more. */
export const readableReceiptSchema = additive(receiptSchema);
export type Receipt = z.infer<typeof receiptSchema>;
