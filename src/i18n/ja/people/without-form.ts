export const withoutForm = {
  ask: '用紙がない方',
  title: '申請書がない方へ',
  lead: 'この端末での申請には、申請書のQRコードか申請書IDが要ります。手書きの申請書は、ここでは使えません。',
  way: { printAtCounter: '新しい申請書を発行してもらう', photoForPost: '写真だけ撮って、郵送で申請する' },
  how: {
    printAtCounter: 'お住まいの市区町村の窓口で、その場で発行できます。窓口：{{contact}}',
    photoForPost: '申請書にはる写真を印刷して渡します。',
  },
  takePhoto: '写真をとる',
} as const;
