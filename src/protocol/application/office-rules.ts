import type { Partner } from '../../domain/campaign/office-rules';
import { documentGroups } from '../../domain/identity/documents';
import type { IdentityRules } from '../../domain/identity/identity-check';
import { papers } from '../../domain/identity/papers';
import type { ReplyEnvelope } from '../../domain/reply-envelope/reply-envelope';
import { type Edition, editionItems } from '../../domain/rules/edition-rule';
import { dayField, municipalityField, opaqueIdField } from '../fields';
import { z } from '../zod';

const count = z.int().min(1).max(9).optional();

/** An office may not accept a document's number, only its kind: there is no field for one. */
export const identityDocumentSchema = z.strictObject({
  id: opaqueIdField,
  group: z.enum(documentGroups),
  name: z.string().min(1).max(60),
});

const combinationSchema = z.strictObject({
  id: opaqueIdField,
  needs: z.strictObject({ A: count, B: count, notice: count }).refine((needs) => Object.values(needs).some(Boolean)),
  needsExtraCheck: z.boolean(),
});

// Without a document or a combination nobody could ever be checked.
const identityRulesSchema = z.strictObject({
  documents: z.array(identityDocumentSchema).min(1).max(60),
  combinations: z.array(combinationSchema).min(1).max(20),
  neededPapers: z.array(z.enum(papers)),
}) satisfies z.ZodType<IdentityRules>;

const editionSchema = z.strictObject({
  item: z.enum(editionItems),
  mark: z.string().min(1).max(60),
  validUntil: dayField.nullable(),
}) satisfies z.ZodType<Edition>;

/** 返信用封筒 to be printed by whoever applies by post. */
export const replyEnvelopeSchema = z.strictObject({
  mark: z.string().min(1).max(60),
  validUntil: dayField.nullable(),
  postalCode: z.string().regex(/^\d{7}$/),
  addressee: z.array(z.string().min(1).max(60)).min(1).max(5),
  approval: z
    .strictObject({
      office: z.string().min(1).max(20),
      number: z.string().regex(/^\d{1,6}$/),
      isDeferred: z.boolean(),
    })
    .nullable(),
}) satisfies z.ZodType<ReplyEnvelope>;

/** What a municipality decides about applications. What is left out is the product's own. */
export const applicationRulesSchema = z.strictObject({
  identity: identityRulesSchema.optional(),
  editions: z.array(editionSchema).max(50).optional(),
  filingDays: z.int().min(0).max(60).optional(),
});

/** age recipients of an office: one or more, so that a spare key can exist. */
export const recipientsField = z
  .array(z.string().regex(/^age1[0-9a-z]{50,}$/))
  .min(1)
  .max(10);

/** Another municipality that takes part: its residents' applications are sealed to its own recipients. */
export const partnerSchema = z.strictObject({
  code: municipalityField,
  name: z.string().min(1).max(60),
  contact: z.string().max(200),
  mailsCards: z.boolean(),
  recipients: recipientsField,
}) satisfies z.ZodType<Partner>;
