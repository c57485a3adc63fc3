import { useState } from 'react';
import { showSealed } from '../../session/session-store';
import { useServices } from '../../tablet/tablet-services';

type SealProblem = 'storageFull' | 'failed';

interface Seal {
  readonly problem: SealProblem | undefined;
  readonly isSealing: boolean;
  readonly seal: (consentGivenAtMs: number) => void;
}

/** Seals once, however often the button is touched; on failure everything stays on screen. */
export function useSeal(): Seal {
  const { confirm } = useServices();
  const [problem, setProblem] = useState<SealProblem>();
  const [isSealing, setIsSealing] = useState(false);
  const seal = (consentGivenAtMs: number): void => {
    if (isSealing) return;
    setIsSealing(true);
    setProblem(undefined);
    void confirm(consentGivenAtMs).then((result) => {
      setIsSealing(false);
      if (result.kind === 'confirmed') showSealed(result.receptionNumber);
      else setProblem(result.kind);
    });
  };
  return { problem, isSealing, seal };
}
