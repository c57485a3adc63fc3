import { type Day, partsOf } from '../calendar/day';
import { findEraDate } from '../calendar/era';
import type { ApplicationId } from '../form/application-id';
import { kanaKey } from './kana';
import type { RosterPerson } from './roster';

/** A person by their place in the roster, from 1. */
export interface RosterRow {
  readonly row: number;
  readonly person: RosterPerson;
}

export function rowsOf(people: readonly RosterPerson[]): readonly RosterRow[] {
  return people.map((person, index) => ({ row: index + 1, person }));
}

/**
 * Looks people up by what was typed: digits are a number, a birth date (19700321, 450321, 0321) or the end of a number;
 * anything else is the beginning of a reading, of its second word, or a part of the name. '' finds everybody.
 */
export function findPeople(rows: readonly RosterRow[], query: string): readonly RosterRow[] {
  const plain = query.normalize('NFKC').trim();
  if (plain === '') return rows;
  const digits = plain.replace(/[\s/.年月日-]/g, '');
  const matches = /^\d+$/.test(digits) ? hasNumberOrDate(digits) : hasName(query.trim());
  return rows.filter(({ person }) => matches(person));
}

/** The person whose form this is, where the roster knows it. */
export function findByApplicationId(rows: readonly RosterRow[], applicationId: ApplicationId): RosterRow | undefined {
  return rows.find(({ person }) => person.applicationId === applicationId);
}

function hasNumberOrDate(digits: string): (person: RosterPerson) => boolean {
  return ({ number, birthDate }) => {
    const own = number.normalize('NFKC');
    return own.startsWith(digits) || own.endsWith(digits) || datesOf(birthDate).some((date) => date.startsWith(digits));
  };
}

function datesOf(birthDate: Day): readonly string[] {
  const { month, day } = partsOf(birthDate);
  const monthDay = `${two(month)}${two(day)}`;
  const eraYear = findEraDate(birthDate)?.eraYear;
  return [birthDate.replaceAll('-', ''), ...(eraYear === undefined ? [] : [`${two(eraYear)}${monthDay}`]), monthDay];
}

function hasName(text: string): (person: RosterPerson) => boolean {
  const key = kanaKey(text);
  return ({ name, kana, number }) =>
    (key !== '' && kana.split(' ').some((_, index, words) => kanaKey(words.slice(index).join('')).startsWith(key))) ||
    name.includes(text) ||
    number.normalize('NFKC').toUpperCase().startsWith(text.normalize('NFKC').toUpperCase());
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
