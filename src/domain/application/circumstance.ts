/**
 * What makes an application other than the usual one, told by the resident; an adult with a form has none.
 * `foreignResident` 外国人住民, `adultWard` 成年被後見人, `nameNotes` 旧氏・通称, `braille` 点字表記, `nonResident`
 * ほかの市区町村の住民, `fromAbroad` 国外からの転入.
 */
export const circumstances = ['foreignResident', 'adultWard', 'nameNotes', 'braille', 'nonResident', 'fromAbroad'] as const;
export type Circumstance = (typeof circumstances)[number];

/** Circumstances that bring questions of their own; the others only change what follows. */
export const askedCircumstances: readonly Circumstance[] = ['foreignResident', 'nameNotes', 'braille', 'nonResident'];

/**
 * What somebody without a form can do instead, since an application needs its ID: have the form printed anew at the
 * municipality's counter, or take a photo along for a form by post (写真のみ). In the order in which they are offered.
 */
export const waysWithoutForm = ['printAtCounter', 'photoForPost'] as const;
export type WayWithoutForm = (typeof waysWithoutForm)[number];
