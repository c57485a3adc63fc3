import type { DuplicateReason } from '../../domain/application/duplicate';
import type { Channel } from '../../domain/campaign/channel';
import type { Kind } from '../../domain/campaign/kind';
import type { Method } from '../../domain/campaign/method';
import type { Touchpoint } from '../../domain/campaign/touchpoint';
import type { CertificateWish } from '../../domain/rules/certificate-rule';

/** The office's own terms for what the CSV lists. */
export const kindWords: Readonly<Record<Kind, string>> = { first: '新規', renewal: '更新', reissue: '再交付' };

export const channelWords: Readonly<Record<Channel, string>> = { assisted: '職員が案内', selfService: 'ご本人が操作' };

export const wishWords: Readonly<Record<CertificateWish, string>> = {
  issue: '発行',
  declined: '希望しない',
  notIssued: '対象外',
};

/** Why a form was taken that had been taken before. */
export const duplicateReasonWords: Readonly<Record<DuplicateReason, string>> = {
  askedByOffice: '役所から出し直しを依頼',
  photoAgain: '写真の撮り直し',
  contentsCorrected: '内容の訂正',
  earlierWithdrawn: '前の申請を取りやめ',
  otherPersonsForm: '前回、別の方の用紙を誤用',
  earlierUncertain: '前回の受付が不明',
  checkedByStaff: '職員が確認',
};

/** Where the application ID came from. */
export const idSourceWords = { scanned: 'コード読取り', typed: '手入力', roster: '名簿' } as const;

export const methodWords: Readonly<Record<Method, string>> = {
  collectAtOffice: '交付時来庁方式',
  verifyAtApplication: '申請時来庁方式',
  visitingReception: '出張申請受付方式',
  applicationSupport: '申請サポート',
  photoOnly: '写真のみ',
};

export const touchpointWords: Readonly<Record<Touchpoint, string>> = {
  maternityRecord: '母子健康手帳交付',
  prenatalCheck: '妊婦健診',
  birthRegistration: '出生届',
  infantCheck: '乳幼児健診',
  childMedicalAid: '子ども医療費助成',
  nurseryApplication: '保育所等入所申請',
  taxVenue: '税の申告会場',
  licenceReturn: '運転免許返納',
  healthCheck: '健診・検診',
  company: '企業・団体',
  event: '催し',
  officeCounter: '庁舎窓口',
  other: 'その他',
};
