import { useEffect, useState } from 'react';

const freeAttempts = 5;
const waitAfterMs = 30_000;

/** Wrong PINs on this tablet since it was started: shared by every place that asks, so that none is a way round. */
let wrongAttempts = 0;
let waitUntilMs = 0;

interface PinCheck {
  readonly problem: 'wrong' | undefined;
  /** Seconds to wait before the next try; 0 when it may be tried now. */
  readonly waitSeconds: number;
  readonly isChecking: boolean;
  readonly check: (pin: string) => void;
}

/** Compares a PIN with the verifiers; after five wrong ones each further try waits half a minute. */
export function usePinCheck(verifiers: readonly string[], onCorrect: () => void): PinCheck {
  const [problem, setProblem] = useState<'wrong'>();
  const [isChecking, setIsChecking] = useState(false);
  const waitSeconds = useWaitSeconds();
  const check = (pin: string): void => {
    if (isChecking || Date.now() < waitUntilMs) return;
    setIsChecking(true);
    setProblem(undefined);
    void isOneOf(pin, verifiers).then((isCorrect) => {
      setIsChecking(false);
      if (isCorrect) {
        wrongAttempts = 0;
        onCorrect();
        return;
      }
      wrongAttempts += 1;
      if (wrongAttempts >= freeAttempts) waitUntilMs = Date.now() + waitAfterMs;
      setProblem('wrong');
    });
  };
  return { problem, waitSeconds, isChecking, check };
}

async function isOneOf(pin: string, verifiers: readonly string[]): Promise<boolean> {
  const { verifyPin } = await import('../../sealing/pin');
  const results = await Promise.all(verifiers.map((verifier) => verifyPin(pin, verifier)));
  return results.includes(true);
}

function useWaitSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.max(0, Math.ceil((waitUntilMs - Date.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
