/**
 * 本人確認書類 by what they prove: `A` one with a photo by an authority, `B` one of two, `notice` tells the 個人番号
 * (個人番号通知書, 通知カード).
 */
export const documentGroups = ['A', 'B', 'notice'] as const;
export type DocumentGroup = (typeof documentGroups)[number];

/** One kind of document that an office accepts. Only its kind is ever recorded: no number, no picture. */
export interface IdentityDocument {
  readonly id: string;
  readonly group: DocumentGroup;
  /** As staff know it. */
  readonly name: string;
}

/** What most offices accept; municipalities differ, so each may configure its own list. */
export const usualDocuments: readonly IdentityDocument[] = [
  { id: 'drivingLicence', group: 'A', name: '運転免許証' },
  { id: 'drivingRecord', group: 'A', name: '運転経歴証明書' },
  { id: 'passport', group: 'A', name: '旅券（パスポート）' },
  { id: 'disabilityCertificate', group: 'A', name: '障害者手帳' },
  { id: 'residenceCard', group: 'A', name: '在留カード' },
  { id: 'specialPermanentCertificate', group: 'A', name: '特別永住者証明書' },
  { id: 'oldCard', group: 'A', name: 'マイナンバーカード（更新・返納）' },
  { id: 'eligibilityCertificate', group: 'B', name: '資格確認書・健康保険証' },
  { id: 'pensionBook', group: 'B', name: '年金手帳・年金証書' },
  { id: 'employeeCard', group: 'B', name: '社員証' },
  { id: 'studentCard', group: 'B', name: '学生証' },
  { id: 'childMedicalCertificate', group: 'B', name: '医療費受給者証' },
  { id: 'maternityRecord', group: 'B', name: '母子健康手帳' },
  { id: 'individualNumberNotice', group: 'notice', name: '個人番号通知書' },
];

/** How many of each group, for example `{ B: 2, notice: 1 }`. */
export type GroupCounts = Readonly<Partial<Record<DocumentGroup, number>>>;

/** One allowed way to prove who somebody is. */
export interface Combination {
  readonly id: string;
  readonly needs: GroupCounts;
  /** 追加の確認: questions only the right person can answer, as the office prescribes. */
  readonly needsExtraCheck: boolean;
}

export const usualCombinations: readonly Combination[] = [
  { id: 'twoA', needs: { A: 2 }, needsExtraCheck: false },
  { id: 'oneAOneB', needs: { A: 1, B: 1 }, needsExtraCheck: false },
  { id: 'noticeTwoB', needs: { notice: 1, B: 2 }, needsExtraCheck: false },
  { id: 'oneAExtraCheck', needs: { A: 1 }, needsExtraCheck: true },
];
