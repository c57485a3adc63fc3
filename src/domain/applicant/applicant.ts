import { type ApplicantEntry, emptyApplicant } from './applicant-entry';
import { readKana } from './kana';
import { readPhone, readPostalCode } from './numbers';
import { longestTexts, readText, textOf } from './written-text';

export type Applicant = { readonly [Field in keyof ApplicantEntry]: string | null };

export const applicantFields = Object.keys(emptyApplicant) as readonly (keyof ApplicantEntry)[];

const readers = {
  name: (text: string) => readText(text, longestTexts.name),
  kana: readKana,
  formerName: (text: string) => readText(text, longestTexts.name),
  alias: (text: string) => readText(text, longestTexts.name),
  postalCode: readPostalCode,
  address: (text: string) => readText(text, longestTexts.address),
  phone: readPhone,
} as const;

/** The fields that hold something that cannot be taken as it is. */
export function wrongApplicantFields(entry: ApplicantEntry): readonly (keyof ApplicantEntry)[] {
  return applicantFields.filter((field) => readers[field](entry[field]).kind === 'invalid');
}

/** 旧氏 and 通称, which only those have who told of them. */
export function isNameNote(field: keyof ApplicantEntry): boolean {
  return field === 'formerName' || field === 'alias';
}

/** What was written, each field in its one spelling; names as they were written. */
export function readApplicant(entry: ApplicantEntry): Applicant {
  const texts = applicantFields.map((field) => [field, textOf(readers[field](entry[field]))] as const);
  return Object.fromEntries(texts) as unknown as Applicant;
}
