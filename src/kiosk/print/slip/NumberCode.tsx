import type { ReceptionNumber } from '../../../domain/submission/reception-number';
import { receptionNumberCode } from './number-code';

interface NumberCodeProps {
  readonly number: ReceptionNumber;
  readonly label: string;
  readonly className: string | undefined;
}

const quietModules = 4;

/** The reception number as a QR code, black on white whatever the theme: a reader must see it. */
export function NumberCode({ number, label, className }: NumberCodeProps) {
  const { size, isDark } = receptionNumberCode(number);
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_column, column) => (isDark(column, row) ? `M${column} ${row}h1v1h-1z` : '')).join(''),
  );
  const side = size + 2 * quietModules;
  return (
    <svg
      className={className}
      viewBox={`${-quietModules} ${-quietModules} ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x={-quietModules} y={-quietModules} width={side} height={side} fill="#fff" />
      <path d={rows.join('')} fill="#000" />
    </svg>
  );
}
