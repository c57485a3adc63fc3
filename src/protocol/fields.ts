import { channels } from '../domain/campaign/channel';
import { kinds } from '../domain/campaign/kind';
import { methods } from '../domain/campaign/method';
import { type MunicipalityCode, parseMunicipalityCode } from '../domain/campaign/municipality';
import { touchpoints } from '../domain/campaign/touchpoint';
import { type Day, parseDay } from '../domain/calendar/day';
import { type ApplicationId, parseApplicationId } from '../domain/form/application-id';
import { parseReceptionNumber, type ReceptionNumber } from '../domain/submission/reception-number';
import { parseStationCode, type StationCode } from '../domain/submission/station-code';
import { z } from './zod';

/** A string that must read back to itself by the domain's own parser. */
function parsedBy<T extends string>(parse: (text: string) => T | undefined) {
  return z
    .string()
    .max(200)
    .refine((text): text is T => parse(text) === text);
}

export const dayField = parsedBy<Day>(parseDay);
export const municipalityField = parsedBy<MunicipalityCode>(parseMunicipalityCode);
export const stationCodeField = parsedBy<StationCode>(parseStationCode);
export const receptionNumberField = parsedBy<ReceptionNumber>(parseReceptionNumber);
export const applicationIdField = parsedBy<ApplicationId>(parseApplicationId);

export const methodField = z.enum(methods);
export const kindField = z.enum(kinds);
export const channelField = z.enum(channels);
export const touchpointField = z.enum(touchpoints);

/** Opaque id made by the office, for openings, campaigns and attendants. */
export const opaqueIdField = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const envelopeIdField = z.uuidv7();
/** SHA-256 in base64url without padding; also RFC 7638 thumbprints. */
export const sha256Field = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** A station's id is the thumbprint of its signing key. */
export const stationIdField = sha256Field;
/** UTC, RFC 3339. */
export const instantField = z.iso.datetime();
export const sequenceField = z.int().min(1);
export const compactJwsField = z.string().regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/);

/** A public P-256 key, with nothing beside the four members of its thumbprint. */
export const publicKeyField = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: sha256Field,
  y: sha256Field,
});
export type PublicKey = z.infer<typeof publicKeyField>;
