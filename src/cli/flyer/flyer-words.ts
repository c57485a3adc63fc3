import { type Day, partsOf } from '../../domain/calendar/day';
import { findEraDate } from '../../domain/calendar/era';
import type { Touchpoint } from '../../domain/campaign/touchpoint';

/** What every flyer says; the venue's own facts come from the configuration. */
export const flyerWords = {
  headline: ['マイナンバーカードを', 'ここで申請できます'],
  free: '写真の撮影も無料です',
  steps: [
    'QRコードのある交付申請書をお持ちください',
    'その場で写真を撮ります（数分で終わります）',
    'あとの手続きは市区町村の窓口が行います',
  ],
  date: '日にち',
  hours: '時間',
  place: '場所',
  occasion: '催し',
  contact: 'お問い合わせ',
  more: 'くわしくは',
  noForm: '申請書がない方も、会場の係にお声がけください。',
  weekdays: '日月火水木金土',
} as const;

/** One line for the people who come there anyway. */
export const occasionLines: Readonly<Partial<Record<Touchpoint, string>>> = {
  infantCheck: '健診のついでに、お子さんと保護者の方もどうぞ',
  prenatalCheck: '健診のついでに、どうぞ',
  taxVenue: '申告の待ち時間に、どうぞ',
  licenceReturn: '運転免許証に代わる身分証明書として',
  healthCheck: '健診のついでに、どうぞ',
  company: '勤め先で、まとめて申請できます',
};

const eras = { reiwa: '令和', heisei: '平成', showa: '昭和', taisho: '大正' } as const;

/** 令和8年11月25日 */
export function eraWords(day: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const date = findEraDate(day);
  const years = date ? `${eras[date.era]}${date.eraYear === 1 ? '元' : String(date.eraYear)}` : String(year);
  return `${years}年${String(month)}月${String(dayOfMonth)}日`;
}
