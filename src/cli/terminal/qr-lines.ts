import { create } from 'qrcode';

const quietModules = 2;
const blackOnWhite = '\u001b[30;107m';
const plain = '\u001b[0m';
const halves = { 0: ' ', 1: '▄', 2: '▀', 3: '█' } as const;

/**
 * A QR code as lines of half blocks, two modules high each, black on white whatever the terminal's own colours
 * are. 41 columns for an enrolment code.
 */
export function qrLines(text: string): readonly string[] {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const isDark = (row: number, column: number): boolean =>
    row >= 0 && column >= 0 && row < modules.size && column < modules.size && modules.get(row, column) === 1;
  const lines: string[] = [];
  for (let row = -quietModules; row < modules.size + quietModules; row += 2) {
    let line = '';
    for (let column = -quietModules; column < modules.size + quietModules; column += 1) {
      const upper = isDark(row, column) ? 2 : 0;
      line += halves[(upper + (isDark(row + 1, column) ? 1 : 0)) as keyof typeof halves];
    }
    lines.push(`${blackOnWhite}${line}${plain}`);
  }
  return lines;
}
