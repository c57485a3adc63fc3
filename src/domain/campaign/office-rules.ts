import { defaultIdentityRules, type IdentityRules } from '../identity/identity-check';
import { usualFilingDays } from '../rules/borders';
import type { Edition } from '../rules/edition-rule';
import type { MunicipalityCode } from './municipality';

/** Another municipality that takes part: applications of its residents are sealed to it. */
export interface Partner {
  readonly code: MunicipalityCode;
  readonly name: string;
  /** Where its residents ask, in its own words. */
  readonly contact: string;
  /** Whether it mails cards of identities that were checked here. */
  readonly mailsCards: boolean;
}

/** What a municipality decides about applications: configuration, so that it can change without a new version. */
export interface OfficeRules {
  readonly identity: IdentityRules;
  readonly partners: readonly Partner[];
  readonly editions: readonly Edition[];
  /** In how many days the office has filed what a tablet sealed; borders within them are warned of. */
  readonly filingDays: number;
}

export const defaultOfficeRules: OfficeRules = {
  identity: defaultIdentityRules,
  partners: [],
  editions: [],
  filingDays: usualFilingDays,
};

/** The partner a code names. */
export function findPartner(partners: readonly Partner[], code: MunicipalityCode | undefined): Partner | undefined {
  return partners.find((partner) => partner.code === code);
}
