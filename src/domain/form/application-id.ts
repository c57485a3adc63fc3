import type { Brand } from '../brand';

/** 申請書ID: the 23 digits printed on the form. Its inner structure and any check digit are not public. */
export type ApplicationId = Brand<string, 'ApplicationId'>;

export const applicationIdLength = 23;
const groupSizes = [3, 4, 4, 4, 4, 4];

/** Reads exactly 23 digits, half or full width, spaces and hyphens between groups ignored. */
export function parseApplicationId(text: string): ApplicationId | undefined {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{23}$/.test(digits) ? (digits as ApplicationId) : undefined;
}

/** Splits up to 23 digits into the groups in which the ID is shown and typed: 3, then fives of 4. */
export function groupApplicationId(digits: string): readonly string[] {
  let from = 0;
  return groupSizes.map((size) => {
    const group = digits.slice(from, from + size);
    from += size;
    return group;
  });
}

/** `123 4567 8901 2345 6789 0123` */
export function formatApplicationId(id: ApplicationId): string {
  return groupApplicationId(id).join(' ');
}
