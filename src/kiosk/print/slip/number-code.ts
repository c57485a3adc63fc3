import QRCode from 'qrcode';
import type { ReceptionNumber } from '../../../domain/submission/reception-number';

/** A QR code's modules, row by row, true where dark. */
export interface CodeModules {
  readonly size: number;
  readonly isDark: (column: number, row: number) => boolean;
}

/** Hiragana in Shift_JIS (JIS X 0208, row 4) follow each other as they do in Unicode. */
const firstKana = { unicode: 0x3041, shiftJis: 0x829f };

/**
 * The reception number and nothing else as a QR code. Its kana is written in Kanji mode: in bytes some readers would
 * take it for another script.
 */
export function receptionNumberCode(number: ReceptionNumber): CodeModules {
  const { modules } = QRCode.create(
    [
      { data: number.slice(0, 1), mode: 'kanji' },
      { data: number.slice(1), mode: 'alphanumeric' },
    ],
    {
      errorCorrectionLevel: 'M',
      // The smallest version has no alignment pattern, and some numbers in it were read at no size at all.
      version: 2,
      toSJISFunc: (kana) => firstKana.shiftJis + (kana.codePointAt(0) ?? 0) - firstKana.unicode,
    },
  );
  return { size: modules.size, isDark: (column, row) => modules.get(row, column) === 1 };
}
