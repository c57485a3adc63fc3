import { ageOn } from '../calendar/age';
import type { Day } from '../calendar/day';

const applicantActsAloneFromAge = 15;

/** Whether a statutory representative attends: for applicants under 15 (法定代理人). */
export function needsRepresentative(birthDate: Day, day: Day): boolean {
  return ageOn(birthDate, day) < applicantActsAloneFromAge;
}
