/** Why a supervisor may take a refused application off the tablet; the list is closed so that nobody writes names into it. */
export const removalReasons = ['sealedAgain', 'broughtOtherwise', 'practice'] as const;
export type RemovalReason = (typeof removalReasons)[number];
