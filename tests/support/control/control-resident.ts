import { createHash } from 'node:crypto';
import type { Resident } from '../profile-search/secrets-of';

const rareKanji = '鼯鼴鼱鼬鼫鼩鼪鼧鼦鼢鼣鼤鼥鼰鼲鼳';

/** An invented resident of one storage form, whose every fact is unlike every other one's, the same on each run. */
export function controlResident(form: string): Resident {
  const digest = createHash('sha256').update(form).digest();
  const letters = [...digest].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
  const digits = [...digest].map((byte) => String(byte % 10)).join('');
  const kanji = [...digest.subarray(0, 12)].map((byte) => rareKanji.charAt(byte % rareKanji.length)).join('');
  const two = (at: number, below: number): string => String(((digest[at] ?? 0) % below) + 1).padStart(2, '0');
  return {
    name: kanji,
    mail: `${letters.slice(0, 12)}@${letters.slice(12, 22)}.example`,
    applicationId: digits.slice(0, 23),
    birthDate: `19${String(40 + ((digest[30] ?? 0) % 45))}-${two(28, 12)}-${two(29, 28)}`,
  };
}
