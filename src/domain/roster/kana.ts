const kanaOnly = /^[\u30a1-\u30fa\u30fc-\u30ffA-Za-z .・'-]+$/;

/** A reading in full-width katakana, words apart by one space; undefined where it holds anything but kana or letters. */
export function readKana(text: string): string | undefined {
  const plain = toKatakana(text.normalize('NFKC'))
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
  return plain === '' || kanaOnly.test(plain) ? plain : undefined;
}

const largeOfSmall: Readonly<Record<string, string>> = {
  ァ: 'ア',
  ィ: 'イ',
  ゥ: 'ウ',
  ェ: 'エ',
  ォ: 'オ',
  ッ: 'ツ',
  ャ: 'ヤ',
  ュ: 'ユ',
  ョ: 'ヨ',
  ヮ: 'ワ',
  ヵ: 'カ',
  ヶ: 'ケ',
  ヂ: 'ジ',
  ヅ: 'ズ',
  ヲ: 'オ',
};

/** What two spellings of one reading have in common: no spaces, small kana as large ones, ヂヅヲ as they sound. */
export function kanaKey(text: string): string {
  const plain = toKatakana(text.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s\u3000.・'-]/g, '');
  return [...plain].map((letter) => largeOfSmall[letter] ?? letter).join('');
}

/** The ten rows of the kana table, each by the kana that name it. */
export const kanaRows = ['ア', 'カ', 'サ', 'タ', 'ナ', 'ハ', 'マ', 'ヤ', 'ラ', 'ワ'] as const;
export type KanaRow = (typeof kanaRows)[number];

const lettersOfRow: Readonly<Record<KanaRow, string>> = {
  ア: 'アイウエオヴ',
  カ: 'カキクケコガギグゲゴ',
  サ: 'サシスセソザジズゼゾ',
  タ: 'タチツテトダデド',
  ナ: 'ナニヌネノ',
  ハ: 'ハヒフヘホバビブベボパピプペポ',
  マ: 'マミムメモ',
  ヤ: 'ヤユヨ',
  ラ: 'ラリルレロ',
  ワ: 'ワヲン',
};

/** The row in which a reading begins; undefined where it begins with no kana. */
export function findKanaRow(kana: string): KanaRow | undefined {
  const first = kanaKey(kana).charAt(0);
  return first === '' ? undefined : kanaRows.find((row) => lettersOfRow[row].includes(first));
}

function toKatakana(text: string): string {
  return text.replace(/[\u3041-\u3096]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}
