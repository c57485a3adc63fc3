import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { qrLines } from '../../src/cli/terminal/qr-lines';
import { formatEnrolmentQr, makeEnrolmentSecret } from '../../src/sealing/enrolment-code';
import { sampleDigest } from '../support/sample-application';

test('the lines show the very modules of the code, with a quiet border, within 80 columns', () => {
  const text = formatEnrolmentQr(makeEnrolmentSecret('qr'), sampleDigest);
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const lines = qrLines(text).map((line) => line.slice('\u001b[30;107m'.length, -'\u001b[0m'.length));
  const isDark = (row: number, column: number): boolean => {
    const cell = lines[Math.floor(row / 2)]?.charAt(column);
    return cell === '█' || cell === (row % 2 === 0 ? '▀' : '▄');
  };
  for (let row = 0; row < modules.size + 4; row += 1) {
    for (let column = 0; column < modules.size + 4; column += 1) {
      const isInside = row >= 2 && column >= 2 && row < modules.size + 2 && column < modules.size + 2;
      expect([row, column, isDark(row, column)]).toEqual([row, column, isInside && modules.get(row - 2, column - 2) === 1]);
    }
  }
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(76);
});
