import type { QrModules } from '../camera/qr-modules';

const darkHalves: Readonly<Record<string, readonly [upper: number, lower: number]>> = {
  ' ': [0, 0],
  '▄': [0, 1],
  '▀': [1, 0],
  '█': [1, 1],
};
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** Reads the QR code that a command drew with half blocks, as a camera before the terminal would. Throws where there is none. */
export function readTerminalQr(output: string): QrModules {
  const lines = output.split('\n').map((line) => line.replace(colours, ''));
  const drawn = lines.filter((line) => line.length > 20 && [...line].every((character) => character in darkHalves));
  const rows = drawn.flatMap((line) => [0, 1].map((half) => [...line].map((character) => darkHalves[character]?.[half] ?? 0)));
  const darkRows = rows.flatMap((row, index) => (row.includes(1) ? [index] : []));
  const [top, bottom] = [darkRows[0], darkRows.at(-1)];
  if (top === undefined || bottom === undefined) throw new Error('the output holds no QR code');
  const size = bottom - top + 1;
  const left = rows[top]?.indexOf(1) ?? 0;
  return { size, modules: rows.slice(top, bottom + 1).flatMap((row) => row.slice(left, left + size)) };
}
