/** Names that registers hold: variation selectors, 外字 of the private use area, one character, Latin, long ones. */
export const hardNames = [
  '葛\u{E0100}城 見本',
  '渡邉\u{E0104} 見本',
  '﨑',
  '髙',
  '\u{20BB7}野家',
  '\uE000 見本',
  'Mihon',
  "D'Mihon-Ó Tarō",
  'ヷ',
  '見本'.repeat(75),
];
