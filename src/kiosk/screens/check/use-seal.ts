import { useState } from 'react';
import { beginSealing, endSealing, showSealed, useSession } from '../../session/session-store';
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
  const isSealing = useSession((session) => session.isSealing);
  const [problem, setProblem] = useState<SealProblem>();
  const seal = (consentGivenAtMs: number): void => {
    if (isSealing) return;
    beginSealing();
    setProblem(undefined);
    void confirm(consentGivenAtMs).then((result) => {
      endSealing();
      if (result.kind === 'confirmed') showSealed(result.receptionNumber);
      else setProblem(result.kind);
    });
  };
  return { problem, isSealing, seal };
}
