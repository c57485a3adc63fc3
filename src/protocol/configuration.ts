import { wrappedDuplicateKeysSchema } from './duplicates/duplicate-tag';
import { applicationRulesSchema, partnerSchema, recipientsField, replyEnvelopeSchema } from './application/office-rules';
import { additive } from './reading/additive';
import {
  dayField,
  instantField,
  methodField,
  municipalityField,
  opaqueIdField,
  publicKeyField,
  sha256Field,
  stationCodeField,
  stationIdField,
  touchpointField,
} from './fields';
import { photoRulesSchema } from './photo/photo-rules';
import { rosterReferenceSchema } from './roster/roster-reference';
import { z } from './zod';

export const configurationType = 'madoguchi-configuration+jws';
export const configurationAudience = 'madoguchi/configuration';

const stationSchema = z.strictObject({
  id: stationIdField,
  code: stationCodeField,
  signingKey: publicKeyField,
  /** For keys that the office wraps to this station alone. */
  agreementKey: publicKeyField,
  state: z.enum(['active', 'revoked']),
  /** Left out before the office has wrapped them, and of revoked stations. */
  duplicateKeys: wrappedDuplicateKeysSchema.optional(),
  /** Made under the secret of the station's enrolment code; absent for stations confirmed by earlier versions. */
  confirmation: sha256Field.optional(),
});

/** 24-hour clock in Japan; an opening past midnight closes earlier than it opens. */
const timeOfDayField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const openingHoursSchema = z.strictObject({ from: timeOfDayField, to: timeOfDayField });

const openingSchema = z.strictObject({
  id: opaqueIdField,
  campaignId: opaqueIdField,
  venue: z.string().min(1).max(100),
  title: z.string().min(1).max(100),
  touchpoint: touchpointField,
  method: methodField,
  day: dayField,
  hours: openingHoursSchema.optional(),
  /** Only where a group is expected whose roster the office has sealed. */
  roster: rosterReferenceSchema.optional(),
});

const attendantSchema = z.strictObject({
  id: opaqueIdField,
  name: z.string().min(1).max(60),
  role: z.enum(['attendant', 'supervisor']),
  /** Argon2id, PHC string format. */
  pinVerifier: z.string().max(200).startsWith('$argon2id$'),
});

/** 設定: everything a station is told, signed by the office's configuration key and by nobody else. */
export const configurationSchema = z.strictObject({
  aud: z.literal(configurationAudience),
  schemaVersion: z.literal(1),
  /** A configuration is newer when (epoch, version) is larger. */
  epoch: z.int().min(1),
  version: z.int().min(1),
  issuedAt: instantField,
  municipality: z.strictObject({
    code: municipalityField,
    name: z.string().min(1).max(60),
    /** Where residents ask, in the municipality's own words. */
    contact: z.string().max(200),
  }),
  /** age recipients of the office: one or more, so that a spare key can exist. */
  recipients: recipientsField,
  serverKeys: z
    .array(z.strictObject({ kid: opaqueIdField, key: publicKeyField }))
    .min(1)
    .max(10),
  stations: z.array(stationSchema).max(2000),
  campaigns: z.array(z.strictObject({ id: opaqueIdField, name: z.string().max(100), from: dayField, to: dayField })),
  openings: z.array(openingSchema).max(5000),
  attendants: z.array(attendantSchema).min(1).max(500),
  /** Hosts whose URLs are taken for the form's code. */
  formQrHosts: z.array(z.string().max(253)).max(10),
  kiosk: z.strictObject({
    idleSeconds: z.int().min(30).max(3600),
    idleWarningSeconds: z.int().min(5).max(120),
    keepDeliveredDays: z.int().min(7).max(365),
    /** How long after its seal a supervisor may void an application; left out: the product's own rule. */
    voidWithinHours: z.int().min(1).max(720).optional(),
    /** Without a touch on a staff screen until the tablet locks itself; left out: a quarter of an hour. */
    lockSeconds: z.int().min(60).max(86_400).optional(),
    /** Left out: the product's own. */
    limits: z
      .strictObject({
        mostUndelivered: z.int().min(100).max(100_000),
        mostUndeliveredDays: z.int().min(8).max(365),
        mostConfigurationDays: z.int().min(8).max(365),
      })
      .optional(),
  }),
  /** Left out: the product's own rules. */
  photo: photoRulesSchema.optional(),
  /** Left out: the product's own rules. */
  applications: applicationRulesSchema.optional(),
  /** Left out: no other municipality takes part. */
  partners: z.array(partnerSchema).max(200).optional(),
  /** What residents' slips say beside the product's own words; left out: nothing. */
  slip: z
    .strictObject({
      /** Where cards are collected. */
      collectAt: z.string().min(1).max(200).optional(),
      note: z.string().min(1).max(300).optional(),
    })
    .optional(),
  /** Left out: none is printed. */
  replyEnvelopes: z.array(replyEnvelopeSchema).max(20).optional(),
});
/**
 * For whoever only reads it: an office may be newer than its tablets, whose update waits for a person. What they do not
 * know yet is left out of what they see; the signed text stays whole.
 */
export const readableConfigurationSchema = additive(configurationSchema, [
  'stations',
  'openings',
  'attendants',
  'photo.overrideReasons',
  'partners',
  'applications.editions',
  'applications.identity.documents',
  'applications.identity.neededPapers',
]);
export type Configuration = z.infer<typeof configurationSchema>;
export type StationEntry = Configuration['stations'][number];
export type Attendant = Configuration['attendants'][number];

/** The recipients of the municipality an application goes to; none where that one does not take part. */
export function recipientsOf(
  { municipality, recipients, partners = [] }: Pick<Configuration, 'municipality' | 'recipients' | 'partners'>,
  destination: string,
): readonly string[] {
  if (destination === municipality.code) return recipients;
  return partners.find(({ code }) => code === destination)?.recipients ?? [];
}

/** Whether `candidate` may replace `current`: ordered by epoch, then version. */
export function isNewerConfiguration(
  candidate: Pick<Configuration, 'epoch' | 'version'>,
  current: Pick<Configuration, 'epoch' | 'version'>,
): boolean {
  return candidate.epoch === current.epoch ? candidate.version > current.version : candidate.epoch > current.epoch;
}
