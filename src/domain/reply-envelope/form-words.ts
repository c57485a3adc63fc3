/*
 * What stands on the printed form. It is written to and for the post in Japan, so it is Japanese whatever language a
 * screen speaks, and the same from the tablet and from the office.
 */

export interface FormWords {
  /** 令和9年3月31日; undefined where no last day is set. */
  readonly validUntil: string | undefined;
  /** The edition, as it can be told from others. */
  readonly mark: string;
}

export const guidance = {
  validUntil: (date: string): string => `この封筒は${date}まで使えます。過ぎたら使えません。`,
  steps: [
    '1. 100%（実際のサイズ）で印刷し、下のものさしが50ミリか確かめます。実線で切ります。',
    '2. 点線で折ります。左右の「のりしろ」にのりをつけ、裏の面をかさねてはります。',
    '3. 写真をはった申請書を四つに折って入れ、ふたをのりでとじます。',
  ],
  glue: 'のりしろ',
  sender: '差出人',
  senderPostalCode: '〒',
  senderAddress: '住所',
  senderName: '氏名',
  contents: '入れるもの　□ 写真をはった交付申請書（署名を忘れずに）',
} as const;

/** As the post prescribes it for 料金受取人払郵便. */
export const approvalWords = {
  heading: '料金受取人払郵便',
  office: (name: string): string => `${name}承認`,
  period: '差出有効期間',
  until: (date: string): string => `${date}まで`,
  noStamp: '（切手不要）',
  stamp: ['切手を', 'はって', 'ください'],
} as const;
