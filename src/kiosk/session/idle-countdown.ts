import { useEffect, useRef, useState } from 'react';

interface IdleLimits {
  /** Seconds without a touch until the warning shows. */
  readonly idleSeconds: number;
  /** Seconds the warning counts down before everything is wiped. */
  readonly warningSeconds: number;
}

const activities = ['pointerdown', 'keydown'] as const;
const tickMs = 250;

/**
 * Counts the time since somebody last touched the tablet. Returns the seconds left once the warning shows,
 * undefined before; calls `onExpired` at zero. A tablet that slept through the limit expires as it wakes.
 */
export function useIdleCountdown({ idleSeconds, warningSeconds }: IdleLimits, onExpired: () => void): number | undefined {
  const [secondsLeft, setSecondsLeft] = useState<number>();
  const expire = useRef(onExpired);
  useEffect(() => {
    expire.current = onExpired;
  }, [onExpired]);
  useEffect(() => {
    let lastActivityMs = Date.now();
    const isActive = (): void => {
      lastActivityMs = Date.now();
    };
    const tick = (): void => {
      const left = idleSeconds + warningSeconds - (Date.now() - lastActivityMs) / 1000;
      setSecondsLeft(left <= warningSeconds ? Math.max(0, Math.ceil(left)) : undefined);
      if (left > 0) return;
      isActive();
      expire.current();
    };
    const timer = setInterval(tick, tickMs);
    for (const activity of activities) addEventListener(activity, isActive, true);
    return () => {
      clearInterval(timer);
      for (const activity of activities) removeEventListener(activity, isActive, true);
    };
  }, [idleSeconds, warningSeconds]);
  return secondsLeft;
}
