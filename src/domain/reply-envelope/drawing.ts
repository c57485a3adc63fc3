type Point = readonly [xMm: number, yMm: number];

export interface DrawnLine {
  readonly from: Point;
  readonly to: Point;
  readonly widthMm: number;
  readonly isDashed?: boolean;
}

export interface DrawnText {
  /** Where the line of writing begins, or is in the middle of, or ends. */
  readonly xMm: number;
  readonly yMm: number;
  readonly sizeMm: number;
  readonly text: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Head down. */
  readonly isTurned?: boolean;
  /** From top to bottom. */
  readonly isUpright?: boolean;
}

/** A page of lines and words; black, in mm from its top left. */
export interface Drawing {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly lines: readonly DrawnLine[];
  readonly texts: readonly DrawnText[];
}

/** The lines around an area. */
export function polygon(corners: readonly Point[], widthMm: number): readonly DrawnLine[] {
  return corners.map((from, index) => ({ from, to: corners[(index + 1) % corners.length] ?? from, widthMm }));
}

/** A frame by its outer edges. */
export function frame(left: number, top: number, size: { readonly widthMm: number; readonly heightMm: number }, lineMm: number) {
  const [x, y] = [left + lineMm / 2, top + lineMm / 2];
  const [right, bottom] = [left + size.widthMm - lineMm / 2, top + size.heightMm - lineMm / 2];
  return polygon(
    [
      [x, y],
      [right, y],
      [right, bottom],
      [x, bottom],
    ],
    lineMm,
  );
}
