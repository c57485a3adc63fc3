/** Fields about people, wherever they stand. */
export const entry = {
  name: '氏名',
  kana: 'ふりがな',
  phone: '電話番号',
  postalCode: '郵便番号',
  address: '住所',
  kanaHint: '氏名を変換すると入ります。違うときは直してください',
  postalCodeHint: '7桁で住所が入ります（端末の一覧、{{size}} MB）',
  addressHint: '番地や部屋番号まで',
  chooseAddress: '住所を選んでください',
  replaceAddress: '住所を置きかえるときは、選んでください',
  noAddress: 'この番号は一覧にありません。住所を手で入力してください。',
  noList: '住所の一覧を開けませんでした。住所を手で入力してください。',
  optional: 'なくてもかまいません',
  problem: {
    tooLong: '長すぎます。短くしてください。',
    personalNumber: '12桁の番号（マイナンバー）は書かないでください。',
    notKana: 'ひらがなかカタカナで書いてください。',
    phone: '0から始まる10桁か11桁の番号を書いてください。',
    postalCode: '7桁の番号を書いてください。例：100-0001',
    name: '氏名を確かめてください。',
    kana: 'ひらがなかカタカナで書いてください。',
    address: '住所を確かめてください。',
  },
} as const;

export const circumstance = {
  title: '特別な事情',
  none: 'なし',
  examples: '外国人住民、旧氏・通称、点字、ほかの市区町村の方など',
  choose: '選ぶ',
  ask: 'あてはまるものを選んでください',
  between: '、',
  name: {
    foreignResident: '外国人住民',
    adultWard: '成年被後見人',
    nameNotes: '旧氏・通称あり',
    braille: '点字を希望',
    nonResident: 'ほかの市区町村に住民票',
    fromAbroad: '国外から転入した',
  },
} as const;

/** What somebody should be told though nothing stands in the way. */
export const notices = {
  stayEndsSoon:
    '在留期間が{{date}}に終わります。カードが届く前に期限が切れることがあります。更新の手続き中なら、新しい在留カードが来てからの申請をすすめます。',
  border:
    '{{date}}から：{{changes}}。市役所が手続きする日がその後になることがあります。その日を過ぎてから来てもらうこともできます。',
  between: '、',
  change: {
    photo: 'カードに写真が必要になります',
    representative: 'ご本人だけで申請できるようになります',
    signatureCertificate: '署名用の電子証明書を発行できるようになります',
    cardYears: 'カードの期限が長くなります',
    stay: '在留期間が終わっています',
  },
} as const;
