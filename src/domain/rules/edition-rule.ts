import type { Day } from '../calendar/day';

/** Printed matter that counts only until a day: 申請書 and 返信用封筒. */
export const editionItems = ['applicationForm', 'replyEnvelope'] as const;
export type EditionItem = (typeof editionItems)[number];

/**
 * One edition, as a municipality enters it. The product ships none: until when which edition counts is told by
 * those who issue it, and is known to nobody else.
 */
export interface Edition {
  readonly item: EditionItem;
  /** What is printed on it, so that it can be told from others. */
  readonly mark: string;
  /** Last day on which it still counts; null while none is set. */
  readonly validUntil: Day | null;
}

/** Whether an edition still counts on a day. */
export function isEditionValid({ validUntil }: Edition, day: Day): boolean {
  return validUntil === null || day <= validUntil;
}

/** The editions of an item that no longer count on a day, the latest to end first. */
export function expiredEditions(editions: readonly Edition[], item: EditionItem, day: Day): readonly Edition[] {
  return editions
    .filter((edition) => edition.item === item && !isEditionValid(edition, day))
    .sort((a, b) => ((a.validUntil ?? '') < (b.validUntil ?? '') ? 1 : -1));
}
