import { toCsv } from '../../domain/counts/csv';
import { formatApplicationId } from '../../domain/form/application-id';
import type { Opening } from '../../domain/campaign/opening';
import {
  channelWords,
  duplicateReasonWords,
  idSourceWords,
  kindWords,
  methodWords,
  touchpointWords,
  wishWords,
} from './csv-words';
import { photoReasonWords, photoVerdictWords } from './photo-words';
import * as person from './person-words';
import { baseNameOf, type OpenedFile } from './opened-file';

type Cell = string | number;
type OpeningNames = readonly Pick<Opening, 'id' | 'venue' | 'title'>[];

/** Where it was taken, by the office's own configuration; of an opening made on a tablet, as its staff called it. */
function openingOf({ openingId, adHocOpening }: OpenedFile, openings: OpeningNames): { venue: string; title: string } {
  return adHocOpening ?? openings.find(({ id }) => id === openingId) ?? { venue: '', title: '' };
}

const mark = (isSo: boolean): string => (isSo ? '○' : '');

/**
 * Columns of applications.csv, in order. The application ID is in groups: as 23 bare digits a spreadsheet would
 * round it.
 */
const columns: readonly (readonly [heading: string, cell: (opened: OpenedFile, openings: OpeningNames) => Cell])[] = [
  ['受付番号', ({ receptionNumber }) => receptionNumber],
  ['申請書ID', ({ applicationId }) => formatApplicationId(applicationId)],
  ['申請書IDの読取り', ({ applicationIdSource }) => idSourceWords[applicationIdSource]],
  ['生年月日', ({ birthDate }) => birthDate],
  ['申請の種類', ({ kind }) => kindWords[kind]],
  ['申請の理由', person.kindReasonCell],
  ['手数料の目安', person.feeCell],
  ['顔認証カード', ({ isFaceAuthentication }) => mark(isFaceAuthentication)],
  ['署名用証明書', ({ certificates }) => wishWords[certificates.signature]],
  ['利用者証明用証明書', ({ certificates }) => wishWords[certificates.userAuthentication]],
  ['連絡用氏名', ({ contact }) => contact.name ?? ''],
  ['連絡用メール', ({ contact }) => contact.mail ?? ''],
  ['氏名', ({ applicant }) => applicant.name ?? ''],
  ['フリガナ', ({ applicant }) => applicant.kana ?? ''],
  ['旧氏', ({ applicant }) => applicant.formerName ?? ''],
  ['通称', ({ applicant }) => applicant.alias ?? ''],
  ['郵便番号', ({ applicant }) => applicant.postalCode ?? ''],
  ['住所', ({ applicant }) => applicant.address ?? ''],
  ['電話', ({ applicant }) => person.phoneCell(applicant.phone)],
  ['点字表記', ({ braille }) => braille ?? ''],
  ['在留の区分', person.statusCell],
  ['在留期間満了日', ({ foreignResident }) => foreignResident?.stayEndsOn ?? ''],
  ['国外からの転入', ({ isFromAbroad }) => mark(isFromAbroad)],
  ['成年被後見人', ({ isAdultWard }) => mark(isAdultWard)],
  ['法定代理人', ({ representative }) => representative?.name ?? ''],
  ['法定代理人フリガナ', ({ representative }) => representative?.kana ?? ''],
  ['本人との関係', person.relationCell],
  ['法定代理人の住所', person.representativeAddressCell],
  ['法定代理人の電話', ({ representative }) => person.phoneCell(representative?.phone)],
  ['本人確認書類', person.documentsCell],
  ['受け取った書類', person.papersCell],
  ['本人確認の担当', ({ identityCheck }) => identityCheck?.checkedBy ?? ''],
  ['手続きの注意', person.noticesCell],
  ['写真ファイル', (opened) => (opened.photo ? `${baseNameOf(opened)}.jpg` : 'なし')],
  ['写真の確認', ({ photo }) => photoVerdictWords(photo)],
  ['写真を使う理由', ({ photo }) => photoReasonWords(photo)],
  ['申請方式', ({ method }) => methodWords[method]],
  ['操作', ({ channel }) => channelWords[channel]],
  ['接点', ({ touchpoint }) => touchpointWords[touchpoint]],
  ['開設日', ({ day }) => day],
  ['開設', ({ openingId }) => openingId],
  ['会場', (opened, openings) => openingOf(opened, openings).venue],
  ['催し', (opened, openings) => openingOf(opened, openings).title],
  ['受付団体コード', ({ collectedBy }) => collectedBy],
  ['あて先団体コード', ({ destination }) => destination],
  ['封かん日時', ({ sealedAt }) => sealedAt],
  ['担当', ({ manifest }) => manifest.attendantId ?? ''],
  ['再受付の理由', ({ duplicate }) => (duplicate ? duplicateReasonWords[duplicate.reason] : '')],
  ['前の受付番号', ({ duplicate }) => duplicate?.earlier.join('、') ?? ''],
  ['封筒ID', ({ envelopeId }) => envelopeId],
];

/** Its void came after it was opened. */
const voidedWords = '取消（要確認）';

export const csvFileName = 'applications.csv';

/** One CSV over all opened applications, by opening day and reception number. */
export function applicationsCsv(opened: readonly OpenedFile[], voided: ReadonlySet<string>, openings: OpeningNames): string {
  const key = ({ day, receptionNumber }: OpenedFile): string => `${day} ${receptionNumber}`;
  const sorted = [...opened].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return toCsv([
    [...columns.map(([heading]) => heading), '取消'],
    ...sorted.map((application) => [
      ...columns.map(([, cell]) => cell(application, openings)),
      voided.has(baseNameOf(application)) ? voidedWords : '',
    ]),
  ]);
}
