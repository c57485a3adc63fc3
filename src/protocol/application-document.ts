import {
  applicationIdField,
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
  stationIdField,
  touchpointField,
} from './fields';
import { longestContactName } from '../domain/application/contact';
import { readPhotoFile } from '../domain/photo/photo-file';
import { duplicateSchema } from './duplicates/duplicate-tag';
import { longestBraille } from '../domain/applicant/braille';
import { allKindReasons } from '../domain/campaign/kind';
import { applicantSchema, foreignResidentSchema, identityCheckSchema, representativeSchema } from './application/person';
import { photoReportSchema } from './photo/photo-report';
import { z } from './zod';

export const applicationEntryName = 'application.json';
export const photoEntryName = 'photo.jpg';

const wish = z.enum(['issue', 'declined', 'notIssued']);

/** application.json inside the envelope, version 3: what the office needs to complete one application. */
export const applicationDocumentSchema = z.strictObject({
  schema: z.literal('madoguchi-application'),
  schemaVersion: z.literal(3),
  /** Repeats the manifest; the office rejects any difference. */
  envelopeId: envelopeIdField,
  receptionNumber: receptionNumberField,
  stationId: stationIdField,
  sequence: sequenceField,
  collectedBy: municipalityField,
  destination: municipalityField,
  openingId: opaqueIdField,
  /** Place and occasion of an opening that staff made on the tablet: no configuration names it. */
  adHocOpening: z.strictObject({ venue: z.string().min(1).max(100), title: z.string().min(1).max(100) }).optional(),
  day: dayField,
  sealedAt: instantField,
  touchpoint: touchpointField,
  method: methodField,
  channel: channelField,
  kind: kindField,
  /** Why an existing card is made anew; null on first issue, and where it was not asked. */
  kindReason: z.enum(allKindReasons).nullable(),
  /** What the resident said. */
  applicationId: applicationIdField,
  /** `roster`: the group's own list gave it, and no form was read. */
  applicationIdSource: z.enum(['scanned', 'typed', 'roster']),
  birthDate: dayField,
  certificates: z.strictObject({ signature: wish, userAuthentication: wish }),
  /** 顔認証マイナンバーカード: without a PIN, without the 署名用 certificate. */
  isFaceAuthentication: z.boolean(),
  contact: z.strictObject({
    name: z.string().min(1).max(longestContactName).nullable(),
    mail: z.string().max(254).nullable(),
  }),
  applicant: applicantSchema,
  /** 成年被後見人 */
  isAdultWard: z.boolean(),
  representative: representativeSchema.nullable(),
  foreignResident: foreignResidentSchema.nullable(),
  isFromAbroad: z.boolean(),
  /** 氏名の点字表記, in kana; null where none is wished for. */
  braille: z.string().min(1).max(longestBraille).nullable(),
  /** Only of methods in which identity is checked when applying. */
  identityCheck: identityCheckSchema.nullable(),
  /** The photo's facts; null where the card carries none. */
  photo: z
    .strictObject({
      widthPx: z.int(),
      heightPx: z.int(),
      bytes: z.int(),
      cameraPx: z.strictObject({ width: z.int(), height: z.int() }),
      /** None in an application that was sealed by version 1. */
      report: photoReportSchema.nullable(),
    })
    .nullable(),
  /** Why the form is taken again; left out where no earlier application was known. */
  duplicate: duplicateSchema.optional(),
  /** Consent to sealing, sending and completion by the office, and the wording that was shown. */
  consent: z.strictObject({ wording: z.string().max(64), givenAt: instantField }),
});
export type ApplicationDocument = z.infer<typeof applicationDocumentSchema>;

/** Whether the photo file is what the document says of it: neither side takes the other's word for what it holds. */
export function isPhotoAsDescribed({ photo: described }: ApplicationDocument, photo: Uint8Array | undefined): boolean {
  if (!described || !photo) return !described && !photo;
  const reading = readPhotoFile(photo);
  if (reading.kind === 'refused') return false;
  const { widthPx, heightPx } = reading.facts;
  return widthPx === described.widthPx && heightPx === described.heightPx && photo.byteLength === described.bytes;
}

/** The facts that stand both inside the envelope and on its manifest. */
export const sharedFacts = [
  'envelopeId',
  'receptionNumber',
  'stationId',
  'sequence',
  'collectedBy',
  'destination',
  'openingId',
  'day',
  'sealedAt',
  'touchpoint',
  'method',
  'channel',
  'kind',
] as const satisfies readonly (keyof ApplicationDocument)[];
