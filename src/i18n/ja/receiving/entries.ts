export const entries = {
  name: '氏名',
  kana: 'ふりがな',
  kanaHint: '氏名を変換すると自動で入ります。違うときは直してください',
  postalCode: '郵便番号',
  postalCodeHint: '7桁で住所が入ります',
  postalCodeWrong: '郵便番号は7桁の数字です',
  address: '住所',
  addressHint: '番地や部屋番号まで',
  choose: '住所をえらんでください',
  replace: '住所を置きかえるときは、えらんでください',
  none: 'この番号は一覧にありません。住所を手で入力してください。',
  unavailable: '住所の一覧を開けませんでした。住所を手で入力してください。',
} as const;
