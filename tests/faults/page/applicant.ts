import { type Draft, emptyDraft, type IdPhoto } from '../../../src/domain/application/draft';
import { parseApplicationId } from '../../../src/domain/form/application-id';
import { defaultPhotoRules } from '../../../src/domain/photo/photo-rules';
import { reportPhoto } from '../../../src/domain/photo/report';
import { fillByChance, seededRandom } from './seeded-random';

/** An invented person: everything of them follows from the run's seed and their number. */
export interface Applicant {
  readonly seed: number;
  readonly number: number;
  /** Size of their photo; by chance where none is named. */
  readonly photoBytes?: number;
}

/** Nobody's form: it begins with the run, ends with the person. */
export function applicationIdOf({ seed, number }: Applicant): string {
  return `77${String(seed % 1_000_000_000).padStart(9, '0')}000000${String(number).padStart(6, '0')}`;
}

export function nameOf({ number }: Applicant): string {
  return `見本 太郎${String(number)}`;
}

/** The draft as the steps before the check would have left it. */
export function draftOf(applicant: Applicant): Draft {
  const applicationId = parseApplicationId(applicationIdOf(applicant));
  if (!applicationId) throw new RangeError('the application id has 23 digits');
  return {
    ...emptyDraft('collectAtOffice'),
    applicationId,
    applicationIdSource: applicant.number % 3 === 0 ? 'typed' : 'scanned',
    birthDigits: '450321',
    contactName: nameOf(applicant),
    photo: photoOf(applicant),
  };
}

const photoPx = { widthPx: 1050, heightPx: 1350 };
const leastBytes = 20_500;
const mostBytes = 60_000;

/** A photo file of their own: no two people have a byte of its middle in common but by chance. */
export function photoOf(applicant: Applicant): IdPhoto {
  const seed = `${String(applicant.seed)} photo ${String(applicant.number)}`;
  const size = applicant.photoBytes ?? leastBytes + Math.floor(seededRandom(seed)() * (mostBytes - leastBytes));
  const bytes = plainJpeg(size, seed);
  return { ...photoPx, bytes, report };
}

const report = reportPhoto(
  {
    source: 'camera',
    sourcePx: { width: 1920, height: 2560 },
    sitting: 'seated',
    shutter: 'manual',
    takes: 1,
    crop: 'automatic',
    rollDegrees: 0,
    measures: null,
    models: {},
  },
  defaultPhotoRules,
);

const longestComment = 60_000;
const shortestComment = 4;

/** JFIF and frame header, then comments of chance bytes (ITU T.81, B.2.4.5): a file as every rule sees one. */
function plainJpeg(size: number, seed: string): Uint8Array<ArrayBuffer> {
  const { widthPx, heightPx } = photoPx;
  const components = [1, 2, 3].flatMap((id) => [id, 0x11, 0]);
  const head = [
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0],
    ...[0xff, 0xc0, 0, 17, 8, ...wordOf(heightPx), ...wordOf(widthPx), 3, ...components],
  ];
  const bytes = new Uint8Array(size);
  fillByChance(bytes, seed);
  bytes.set(head);
  for (let at = head.length; at < size - 2;) {
    const left = size - 2 - at;
    const length = left - longestComment < shortestComment ? left : longestComment;
    bytes.set([0xff, 0xfe, ...wordOf(length - 2)], at);
    at += length;
  }
  bytes.set([0xff, 0xd9], size - 2);
  return bytes;
}

function wordOf(value: number): [number, number] {
  return [value >> 8, value & 0xff];
}
