import { type PointerEvent, useRef } from 'react';

interface FingerActions {
  /** CSS pixels to the right and down. */
  readonly onMove: (x: number, y: number) => void;
  /** How much further apart two fingers are than before. */
  readonly onSpread: (factor: number) => void;
}

interface FingerHandlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: (event: PointerEvent) => void;
}

/** One finger (or the mouse) moves, two also spread. */
export function useFingers({ onMove, onSpread }: FingerActions): FingerHandlers {
  const fingers = useRef(new Map<number, { readonly x: number; readonly y: number }>());
  const lift = (event: PointerEvent): void => void fingers.current.delete(event.pointerId);
  return {
    onPointerDown: (event) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    },
    onPointerMove: (event) => {
      const before = fingers.current.get(event.pointerId);
      if (!before) return;
      const now = { x: event.clientX, y: event.clientY };
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      fingers.current.set(event.pointerId, now);
      const share = other ? 0.5 : 1;
      onMove((now.x - before.x) * share, (now.y - before.y) * share);
      const wide = other ? Math.hypot(before.x - other.x, before.y - other.y) : 0;
      if (other && wide > 0) onSpread(Math.hypot(now.x - other.x, now.y - other.y) / wide);
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  };
}
