import { instantField, municipalityField, publicKeyField, sha256Field, stationCodeField, stationIdField } from './fields';
import { z } from './zod';

/** Made by the office. The server learns only the digests of the code's secrets: one for the QR, one for typing. */
export const enrolmentCodeSchema = z.strictObject({
  codeIds: z.array(sha256Field).min(1).max(2),
  stationCode: stationCodeField,
  expiresAt: instantField,
});
export type EnrolmentCode = z.infer<typeof enrolmentCodeSchema>;

/** Sent by the tablet: which code it holds, and the public halves of the keys it made. */
export const enrolmentRequestSchema = z.strictObject({
  codeId: sha256Field,
  signingKey: publicKeyField,
  agreementKey: publicKeyField,
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>;

/** The server's answer; the same code with the same key gives the same answer again. */
export const enrolmentAnswerSchema = z.strictObject({
  stationId: stationIdField,
  stationCode: stationCodeField,
  municipality: municipalityField,
  configurationKey: publicKeyField,
});
export type EnrolmentAnswer = z.infer<typeof enrolmentAnswerSchema>;

/** What the administrator's list shows of a tablet that waits to be matched. */
export const pendingStationSchema = z.strictObject({
  ...enrolmentRequestSchema.shape,
  stationId: stationIdField,
  stationCode: stationCodeField,
  enrolledAt: instantField,
});
export const pendingStationsSchema = z.strictObject({ pending: z.array(pendingStationSchema) });
export type PendingStation = z.infer<typeof pendingStationSchema>;
