import type { ResidentStatus, StayTerm } from '../rules/stay-rule';

/** A foreign resident's stay, as tapped so far. */
export interface StayEntry {
  readonly status: ResidentStatus | undefined;
  readonly term: StayTerm | undefined;
  /** 在留期間等満了日, eight digits, year first. */
  readonly endDigits: string;
}

export const emptyStay: StayEntry = { status: undefined, term: undefined, endDigits: '' };
