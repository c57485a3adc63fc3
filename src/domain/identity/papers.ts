import type { DocumentGroup } from './documents';

/**
 * Papers that are handed in: `notificationCard` 通知カード (abolished, still given back), `notificationCardLost`
 * 通知カード紛失届, `residentCard` 住基カード, `residentCardReturn` 住基カード返納届, `pinRequest` 暗証番号設定依頼書
 * (only that it came: never what stands in it), `photoCertificate` 顔写真証明書.
 */
export const papers = [
  'pinRequest',
  'notificationCard',
  'notificationCardLost',
  'residentCard',
  'residentCardReturn',
  'photoCertificate',
] as const;
export type Paper = (typeof papers)[number];

/** Papers that also prove who somebody is, and as which group. */
export const paperGroups: Readonly<Partial<Record<Paper, DocumentGroup>>> = {
  notificationCard: 'notice',
  photoCertificate: 'B',
};

/** The papers without which a card cannot be mailed: a card without a PIN needs no request for one. */
export function neededPapers(usual: readonly Paper[], isFaceAuthentication: boolean): readonly Paper[] {
  return isFaceAuthentication ? usual.filter((paper) => paper !== 'pinRequest') : usual;
}
