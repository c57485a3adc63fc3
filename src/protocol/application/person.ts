import type { Representative } from '../../domain/applicant/representative';
import { relations } from '../../domain/applicant/representative-entry';
import type { Applicant } from '../../domain/applicant/applicant';
import type { ForeignResident } from '../../domain/applicant/stay';
import { longestTexts } from '../../domain/applicant/written-text';
import { conditions, type Condition } from '../../domain/identity/conditions';
import { papers } from '../../domain/identity/papers';
import { residentStatuses, stayTerms } from '../../domain/rules/stay-rule';
import { dayField, opaqueIdField } from '../fields';
import { z } from '../zod';
import { identityDocumentSchema } from './office-rules';

/** Any text, character for character: names are not normalised, on no side. */
const text = (longest: number) => z.string().min(1).max(longest);
const name = text(longestTexts.name);
const kana = text(longestTexts.kana);
const address = text(longestTexts.address);
const postalCode = z.string().regex(/^\d{3}-\d{4}$/);
const phone = z.string().regex(/^0\d{9,10}$/);

/** What the resident said of themselves beside the birth date. */
export const applicantSchema = z.strictObject({
  name: name.nullable(),
  kana: kana.nullable(),
  formerName: name.nullable(),
  alias: name.nullable(),
  postalCode: postalCode.nullable(),
  address: address.nullable(),
  phone: phone.nullable(),
}) satisfies z.ZodType<Applicant>;

/** 法定代理人; who does not attend does not apply. */
export const representativeSchema = z.strictObject({
  as: z.enum(['child', 'adultWard']),
  name,
  kana,
  relation: z.enum(relations),
  sharesAddress: z.boolean(),
  postalCode: postalCode.nullable(),
  address: address.nullable(),
  phone: phone.nullable(),
  attends: z.literal(true),
}) satisfies z.ZodType<Representative>;

export const foreignResidentSchema = z.strictObject({
  status: z.enum(residentStatuses),
  term: z.enum(stayTerms),
  stayEndsOn: dayField.nullable(),
}) satisfies z.ZodType<ForeignResident>;

const answers = z.strictObject(
  Object.fromEntries(conditions.map((condition) => [condition, z.boolean()])) as Record<Condition, z.ZodBoolean>,
);

/** 本人確認: kinds of documents and who looked at them. No field could hold a document's number or a PIN. */
export const identityCheckSchema = z.strictObject({
  documents: z.array(identityDocumentSchema).max(20),
  combination: opaqueIdField,
  isExtraCheckDone: z.boolean(),
  papers: z.array(z.enum(papers)).max(papers.length),
  answers,
  /** The attendant's opaque id. */
  checkedBy: opaqueIdField.nullable(),
});
