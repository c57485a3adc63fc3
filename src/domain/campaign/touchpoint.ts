/** 接点: where people are met (府番第189号 1(4)–1(10)). */
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
