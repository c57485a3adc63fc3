import type { Method } from './method';

/** 接点: where people are met (府番第189号 1(4)–1(10)). `healthCheck`: cancer screening or 特定健診. */
export const touchpoints = [
  'maternityRecord',
  'prenatalCheck',
  'birthRegistration',
  'infantCheck',
  'childMedicalAid',
  'nurseryApplication',
  'taxVenue',
  'licenceReturn',
  'healthCheck',
  'company',
  'event',
  'officeCounter',
  'other',
] as const;
export type Touchpoint = (typeof touchpoints)[number];

/**
 * What an attendant may want to be reminded of: `noPhotoUnderOne`, `representative` 法定代理人の同席, `licenceGone`
 * a returned licence is no longer a document to show (運転経歴証明書 is), `knownBeforehand` a roster can be imported.
 */
export type TouchpointHint = 'noPhotoUnderOne' | 'representative' | 'licenceGone' | 'knownBeforehand';

export interface TouchpointDefaults {
  readonly method: Method;
  readonly hints: readonly TouchpointHint[];
  /** Whether several of one family are expected in one sitting. */
  readonly isFamilyExpected: boolean;
}

const families: TouchpointDefaults = {
  method: 'collectAtOffice',
  hints: ['noPhotoUnderOne', 'representative'],
  isFamilyExpected: true,
};
const anybody: TouchpointDefaults = { method: 'collectAtOffice', hints: [], isFamilyExpected: false };

/** What a touchpoint proposes for an opening. It decides nothing: an opening may say otherwise in every point. */
export const touchpointDefaults: Readonly<Record<Touchpoint, TouchpointDefaults>> = {
  maternityRecord: anybody,
  prenatalCheck: anybody,
  birthRegistration: families,
  infantCheck: families,
  childMedicalAid: families,
  nurseryApplication: families,
  taxVenue: anybody,
  licenceReturn: { ...anybody, hints: ['licenceGone'] },
  healthCheck: { ...anybody, method: 'verifyAtApplication', hints: ['knownBeforehand'] },
  company: { ...anybody, method: 'visitingReception', hints: ['knownBeforehand'] },
  event: anybody,
  officeCounter: anybody,
  other: anybody,
};
