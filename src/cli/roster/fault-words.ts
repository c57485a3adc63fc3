import type { RefusedRow, RowFault } from '../../domain/roster/read-roster';

const words: Readonly<Record<RowFault, string>> = {
  nameMissing: 'no name',
  nameTooLong: 'name longer than 100 characters',
  kanaUnreadable: 'reading holds something that is no kana',
  numberTooLong: 'number longer than 40 characters',
  birthDateMissing: 'no birth date',
  'birthDate:notRead': 'birth date cannot be read (an era or four digits of the year are needed)',
  'birthDate:notInCalendar': 'birth date is not in the calendar',
  'birthDate:outsideEra': 'birth date is outside its era',
  'birthDate:inFuture': 'birth date is after the opening',
  'birthDate:tooLongAgo': 'birth date is too long ago',
  applicationIdUnreadable: 'application ID is not 23 digits (format its column as text)',
  personalNumber: '12 digits, as a 個人番号 has: such numbers must not be in a roster',
  twice: 'the same person stands in an earlier row',
  tooMany: 'more people than a roster can hold (2000)',
};

/** One refused row in words: its line and every reason, nothing of what stands in it. */
export function refusedLine({ line, faults }: RefusedRow): string {
  return `  line ${line}: ${faults.map((fault) => words[fault]).join('; ')}`;
}
