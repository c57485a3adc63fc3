import { useEffect, useState } from 'react';
import { type PinOutcome, useServices } from '../tablet/tablet-services';

interface PinCheck {
  readonly problem: Exclude<PinOutcome['kind'], 'correct'> | undefined;
  /** Seconds to wait before the next try; 0 when it may be tried now. */
  readonly waitSeconds: number;
  readonly isChecking: boolean;
  readonly check: (pin: string) => void;
}

/** Compares a PIN with the verifiers; what is wrong, and how long to wait, as the tablet remembers it. */
export function usePinCheck(verifiers: readonly string[], onCorrect: () => void): PinCheck {
  const { checkPin } = useServices();
  const [problem, setProblem] = useState<PinCheck['problem']>();
  const [waitUntilMs, setWaitUntilMs] = useState(0);
  const [isChecking, setIsChecking] = useState(false);
  const waitSeconds = useSecondsUntil(waitUntilMs);
  const check = (pin: string): void => {
    if (isChecking) return;
    setIsChecking(true);
    setProblem(undefined);
    void checkPin(pin, verifiers).then((outcome) => {
      setIsChecking(false);
      if (outcome.kind === 'correct') {
        onCorrect();
        return;
      }
      setProblem(outcome.kind);
      setWaitUntilMs(outcome.waitUntilMs);
    });
  };
  return { problem, waitSeconds, isChecking, check };
}

function useSecondsUntil(untilMs: number): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const tick = (): void => setSeconds(Math.max(0, Math.ceil((untilMs - Date.now()) / 1000)));
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [untilMs]);
  return seconds;
}
