import type { Relation } from '../../domain/applicant/representative-entry';
import { noticesFor } from '../../domain/application/notices';
import type { Day } from '../../domain/calendar/day';
import type { KindReason } from '../../domain/campaign/kind';
import type { Paper } from '../../domain/identity/papers';
import { type RuleAnswer, usualFilingDays } from '../../domain/rules/borders';
import { feeHint } from '../../domain/rules/fee-rule';
import type { ResidentStatus, StayTerm } from '../../domain/rules/stay-rule';
import type { ApplicationDocument } from '../../protocol/application-document';

const kindReasonWords: Readonly<Record<KindReason, string>> = {
  expiry: '有効期限',
  certificate: '電子証明書の期限',
  lost: '紛失・盗難・焼失',
  damaged: '破損',
  chipFault: 'ICチップの不具合',
  spaceFull: '追記欄の余白なし',
  other: 'その他',
};

const relationWords: Readonly<Record<Relation, string>> = {
  father: '父',
  mother: '母',
  guardianOfMinor: '未成年後見人',
  guardianOfAdult: '成年後見人',
  other: 'その他',
};

const statusWords: Readonly<Record<ResidentStatus, string>> = {
  midToLongTerm: '中長期在留者',
  specialPermanent: '特別永住者',
  temporaryRefuge: '一時庇護許可者',
  provisionalStay: '仮滞在許可者',
  bornHere: '出生による経過滞在者',
  lostNationality: '国籍喪失による経過滞在者',
};

/** Said only where it differs from the status's own words. */
const termWords: Readonly<Record<StayTerm, string>> = { limited: '', permanent: '永住者', highlySkilled: '高度専門職2号' };

const paperWords: Readonly<Record<Paper, string>> = {
  pinRequest: '暗証番号設定依頼書',
  notificationCard: '通知カード',
  notificationCardLost: '通知カード紛失届',
  residentCard: '住基カード',
  residentCardReturn: '住基カード返納届',
  photoCertificate: '顔写真証明書',
};

const answerWords: Readonly<Record<RuleAnswer, string>> = {
  photo: '写真の要否',
  representative: '法定代理人の要否',
  signatureCertificate: '署名用証明書の可否',
  cardYears: 'カードの有効期間',
  stay: '在留期間の満了',
};

export function kindReasonCell({ kindReason }: ApplicationDocument): string {
  return kindReason ? kindReasonWords[kindReason] : '';
}

/** What a reissue costs; empty where nothing is charged. */
export function feeCell({ kind, kindReason, certificates, day }: ApplicationDocument): string {
  const hint = feeHint({ kind, kindReason, certificates }, day);
  if (hint.kind === 'free') return '';
  return hint.kind === 'charged' ? `${hint.yen}円` : `${hint.yen}円（理由により判断）`;
}

/** In groups from the end, so that a spreadsheet takes it for text and keeps its first 0. */
export function phoneCell(phone: string | null | undefined): string {
  return phone ? phone.replace(/^(\d{2,3})(\d{4})(\d{4})$/, '$1 $2 $3') : '';
}

export function relationCell({ representative }: ApplicationDocument): string {
  return representative ? relationWords[representative.relation] : '';
}

export function representativeAddressCell({ representative }: ApplicationDocument): string {
  if (!representative) return '';
  if (representative.sharesAddress) return '本人と同じ';
  return [representative.postalCode, representative.address].filter(Boolean).join(' ');
}

export function statusCell({ foreignResident }: ApplicationDocument): string {
  if (!foreignResident) return '';
  const term = foreignResident.status === 'midToLongTerm' ? termWords[foreignResident.term] : '';
  return term ? `${statusWords[foreignResident.status]}（${term}）` : statusWords[foreignResident.status];
}

export function documentsCell({ identityCheck }: ApplicationDocument): string {
  if (!identityCheck) return '';
  const names = identityCheck.documents.map(({ name }) => name);
  return [...names, ...(identityCheck.isExtraCheckDone ? ['追加の確認'] : [])].join('・');
}

export function papersCell({ identityCheck }: ApplicationDocument): string {
  return identityCheck ? identityCheck.papers.map((paper) => paperWords[paper]).join('・') : '';
}

/** What to mind when filing: days near the opening's on which the rules say something else of this person. */
export function noticesCell(document: ApplicationDocument): string {
  const { birthDate, foreignResident, day } = document;
  const facts = { ...document, birthDate, stayEndsOn: foreignResident?.stayEndsOn ?? null };
  return noticesFor(facts, day, usualFilingDays)
    .flatMap((notice): string[] => {
      if (notice.kind === 'stayEndsSoon') return [`在留期間が${notice.on}まで`];
      return notice.kind === 'border' ? [borderWords(notice.border.on, notice.border.changes)] : [];
    })
    .join(' ');
}

function borderWords(on: Day, changes: readonly RuleAnswer[]): string {
  return `${on}から変わる：${changes.map((change) => answerWords[change]).join('・')}`;
}
