import type { Relation, RepresentativeEntry } from './representative-entry';
import type { RepresentedAs } from '../rules/representative-rule';
import { readKana } from './kana';
import { readPhone, readPostalCode } from './numbers';
import { longestTexts, readText, textOf } from './written-text';

const relationsOf: Readonly<Record<RepresentedAs, readonly Relation[]>> = {
  child: ['mother', 'father', 'guardianOfMinor', 'other'],
  adultWard: ['guardianOfAdult', 'other'],
};

/** The relations to choose from, the usual first. */
export function relationsFor(as: RepresentedAs): readonly Relation[] {
  return relationsOf[as];
}

export interface Representative {
  readonly as: RepresentedAs;
  readonly name: string;
  readonly kana: string;
  readonly relation: Relation;
  readonly sharesAddress: boolean;
  readonly postalCode: string | null;
  /** Null where it is the applicant's. */
  readonly address: string | null;
  readonly phone: string | null;
  readonly attends: true;
}

export type RepresentativePart = 'name' | 'kana' | 'relation' | 'postalCode' | 'address' | 'phone' | 'attends';

/** Whether the address is the applicant's: usual for a child's parent, not for an adult's guardian. */
export function sharesAddress(entry: RepresentativeEntry, as: RepresentedAs): boolean {
  return entry.sharesAddress ?? as === 'child';
}

/** What is missing or wrong, in the order of the form. A telephone may be left out: not everybody has one. */
export function missingOfRepresentative(entry: RepresentativeEntry, as: RepresentedAs): readonly RepresentativePart[] {
  const hasOwnAddress = !sharesAddress(entry, as);
  const isFine: Readonly<Record<RepresentativePart, boolean>> = {
    attends: entry.attends === true,
    relation: entry.relation !== undefined && relationsFor(as).includes(entry.relation),
    name: readText(entry.name, longestTexts.name).kind === 'text',
    kana: readKana(entry.kana).kind === 'text',
    postalCode: !hasOwnAddress || readPostalCode(entry.postalCode).kind !== 'invalid',
    address: !hasOwnAddress || readText(entry.address, longestTexts.address).kind === 'text',
    phone: readPhone(entry.phone).kind !== 'invalid',
  };
  return (Object.keys(isFine) as RepresentativePart[]).filter((part) => !isFine[part]);
}

/** The representative a complete entry names; undefined while something is missing. */
export function findRepresentative(entry: RepresentativeEntry, as: RepresentedAs): Representative | undefined {
  const { relation } = entry;
  if (missingOfRepresentative(entry, as).length > 0 || !relation) return undefined;
  const isShared = sharesAddress(entry, as);
  return {
    as,
    name: textOf(readText(entry.name, longestTexts.name)) ?? '',
    kana: textOf(readKana(entry.kana)) ?? '',
    relation,
    sharesAddress: isShared,
    postalCode: isShared ? null : textOf(readPostalCode(entry.postalCode)),
    address: isShared ? null : textOf(readText(entry.address, longestTexts.address)),
    phone: textOf(readPhone(entry.phone)),
    attends: true,
  };
}
