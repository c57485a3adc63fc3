import { instantField } from './fields';
import { z } from './zod';

export const stationRequestType = 'madoguchi-request+jws';
export const stationRequestAudience = 'madoguchi/api';

/**
 * Payload of the JWS with which a station signs a request other than an upload. The time is recorded, not
 * obeyed: a tablet's clock may be years off, and every such request is safe to repeat.
 */
export const stationRequestSchema = z.strictObject({
  aud: z.literal(stationRequestAudience),
  method: z.string().max(8),
  path: z.string().max(200),
  signedAt: instantField,
});
export type StationRequest = z.infer<typeof stationRequestSchema>;
