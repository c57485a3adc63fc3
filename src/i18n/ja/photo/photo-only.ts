export const photoOnly = {
  title: '写真を印刷します',
  paper: '用紙',
  paperName: { photoL: 'L判', postcard: 'はがき', a4: 'A4' },
  count: '{{count}}枚とれます',
  preview: '印刷する用紙。35×45ミリの写真が{{count}}枚',
  step: {
    actualSize: '印刷の画面で「実際のサイズ」（100%）をえらびます',
    ruler: '刷り上がったら、下のものさしが50ミリか確かめます',
    cut: '角の線にそって切り、裏に氏名と生年月日を書きます',
  },
  print: '印刷する',
  savePdf: 'PDFで保存',
  saved: '保存しました。ファイルには写真が入っています。印刷が終わったら消してください。',
  notSaved: '保存できませんでした。もう一度試すか、「印刷する」を使ってください。',
  finish: '終わる（写真を消す）',
  underOne: '1歳未満の方の申請には、写真はいりません。',
} as const;
