import { formatApplicationId, parseApplicationId } from '../../../src/domain/form/application-id';
import { dayOf, partsOf } from '../../../src/domain/calendar/day';
import { findEraDate } from '../../../src/domain/calendar/era';
import type { Secret } from './secret';

/** What a resident said and showed in a journey. All of it is invented. */
export interface Resident {
  readonly name: string;
  readonly mail: string;
  readonly applicationId: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
}

const eraSpellings = { reiwa: ['令和', 'R'], heisei: ['平成', 'H'], showa: ['昭和', 'S'], taisho: ['大正', 'T'] } as const;

/** Everything to look for after a resident's application: each fact in the spellings in which it could be stored. */
export function secretsOf(resident: Resident, photo?: Buffer): Secret[] {
  const { name, mail, applicationId } = resident;
  const id = parseApplicationId(applicationId);
  const localPart = mail.slice(0, mail.lastIndexOf('.'));
  const texts: Secret[] = [
    { kind: 'text', name: 'name', spelling: name, aloneFrom: 4 },
    { kind: 'text', name: 'name', spelling: encodeURIComponent(name), aloneFrom: 12 },
    { kind: 'text', name: 'mail', spelling: localPart, aloneFrom: 6 },
    { kind: 'text', name: 'applicationId', spelling: applicationId, aloneFrom: 8 },
    { kind: 'text', name: 'applicationId', spelling: id ? formatApplicationId(id) : '', aloneFrom: 8 },
  ];
  const spellings = new Set(birthDateSpellings(resident.birthDate));
  const dates = [...spellings].map((spelling): Secret => ({ kind: 'exact', name: 'birthDate', spelling }));
  return [...texts, ...dates, ...(photo ? photoSecrets(photo) : [])];
}

/** 1970-03-21, 19700321, 1970年3月21日, 昭和45年3月21日, 昭和45, S45.3.21, 450321 … */
export function birthDateSpellings(birthDate: string): readonly string[] {
  const day = dayOf(birthDate);
  const { year, month, day: dayOfMonth } = partsOf(day);
  const [mm, dd] = [String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')];
  const western = [birthDate, `${String(year)}${mm}${dd}`, ...writtenDates(String(year), month, dayOfMonth)];
  const eraDate = findEraDate(day);
  if (!eraDate) return western;
  const yy = String(eraDate.eraYear).padStart(2, '0');
  const [kanji, letter] = eraSpellings[eraDate.era];
  const inEra = [...writtenDates(`${kanji}${String(eraDate.eraYear)}`, month, dayOfMonth), `${kanji}${yy}`];
  return [...western, ...inEra, ...writtenDates(`${letter}${yy}`, month, dayOfMonth), `${yy}${mm}${dd}`];
}

function writtenDates(year: string, month: number, day: number): string[] {
  const [m, d, mm, dd] = [String(month), String(day), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  const separated = ['/', '.', '-'].flatMap((mark) => [`${year}${mark}${m}${mark}${d}`, `${year}${mark}${mm}${mark}${dd}`]);
  return [`${year}年${m}月${d}日`, `${year}年${mm}月${dd}日`, ...separated];
}

/** Its bytes, but not the head with its tables: every JPEG of the same encoder begins with those. */
function photoSecrets(photo: Buffer): Secret[] {
  const scanAt = photo.indexOf(Buffer.from([0xff, 0xda]));
  const body = photo.subarray(Math.max(0, scanAt));
  const headBase64Characters = Math.ceil(Math.max(0, scanAt) / 3) * 4 + 4;
  const base64 = photo.toString('base64').slice(headBase64Characters);
  return [
    { kind: 'bytes', name: 'photo', bytes: body },
    { kind: 'bytes', name: 'photo in base64', bytes: Buffer.from(base64, 'latin1') },
    { kind: 'bytes', name: 'photo in base64', bytes: Buffer.from(base64, 'utf16le') },
  ];
}
