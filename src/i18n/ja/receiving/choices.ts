export const choices = {
  applicant: { open: '氏名・住所・電話も書く', title: 'ご本人の氏名・住所・電話（なくてもかまいません）' },
  usualHere: '{{hint}}（この会場のふつう）',
  hint: {
    noPhotoUnderOne: 'お子さまは1歳になるまで、カードに写真がつきません。撮らずに進みます。',
    representative: '15歳未満の方には、法定代理人（親権者など）の同席が必要です。',
    licenceGone: '返納した運転免許証は、本人確認に使えません。運転経歴証明書は使えます。',
  },
  fee: {
    renewalFree: '更新は無料です。',
    charged: '再交付は有料です：{{yen}}円。カードを受け取るときに、市役所で支払います。',
    officeDecides: '理由により、無料のときと{{yen}}円のときがあります。市役所が決めます。',
  },
  faceAuthentication: {
    name: '顔認証カードにする',
    hint: '暗証番号を決めない、覚えない',
    excludes:
      '暗証番号を使うことはできません：コンビニでの証明書、マイナポータル、電子申請。健康保険証と、対面の本人確認には使えます。',
  },
  notIssued: {
    underAge: '15歳未満には発行されません',
    adultWard: '成年被後見人には発行されません',
    faceAuthentication: '顔認証カードには発行されません',
  },
  express: {
    underOne: '1歳未満の方は、特急発行（約1週間）を選べます。',
    lost: 'カードをなくした方は、特急発行（約1週間）を選べます。',
    fromAbroad: '国外から転入した方は、特急発行（約1週間）を選べます。',
    counterOnly: '窓口だけの手続きで、この端末からは申し込めません。',
    counter: '窓口：{{contact}}',
  },
  check: { kindWithReason: '{{kind}}（{{reason}}）', faceAuthentication: '顔認証カード（暗証番号なし）' },
} as const;
