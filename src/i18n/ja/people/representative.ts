export const representative = {
  title: '法定代理人',
  lead: {
    child: '15歳未満の方の申請は、親権者などの法定代理人が行います。',
    adultWard: '成年被後見人の申請は、成年後見人が行います。',
  },
  attends: '法定代理人は、いまここに来ていますか',
  attendsYes: '来ている',
  attendsNo: '来ていない',
  away: '法定代理人といっしょに来てもらう必要があります。今日は申請せず、「やめる」で終わってください。',
  relation: 'ご本人との関係',
  relations: { father: '父', mother: '母', guardianOfMinor: '未成年後見人', guardianOfAdult: '成年後見人', other: 'その他' },
  sharesAddress: '住所はご本人と同じ',
  needed: {
    attends: '来ているかどうかを選んでください',
    relation: '関係を選んでください',
    name: '氏名を書いてください',
    kana: 'ふりがなを書いてください',
    address: '住所を書いてください',
  },
  check: { row: '法定代理人', sameAddress: 'ご本人と同じ住所', phone: '電話 {{phone}}' },
} as const;
