import { useEffect, useState } from 'react';
import { slipFactsOf } from '../../../domain/slip/what-comes-next';
import { beginSealing, endSealing, showSealed, useSession } from '../../session/session-store';
import { useServices } from '../../tablet/tablet-services';

/** `slow` and `unknown` leave the application locked: whether it is in the queue is not known yet. */
export type SealProblem = 'storageFull' | 'failed' | 'unknown' | 'slow';

interface Seal {
  readonly problem: SealProblem | undefined;
  /** Whether the button may be touched (again). */
  readonly canSeal: boolean;
  readonly isSealing: boolean;
  readonly seal: (consentGivenAtMs: number) => void;
}

const slowAfterMs = 20_000;

/** Seals once, however often the button is touched; where it fails, everything stays on screen. */
export function useSeal(): Seal {
  const { confirm } = useServices();
  const isSealing = useSession((session) => session.isSealing);
  const [problem, setProblem] = useState<SealProblem>();
  const canSeal = !isSealing || problem === 'unknown';
  useEffect(() => {
    if (!isSealing || problem) return undefined;
    const timer = setTimeout(() => setProblem('slow'), slowAfterMs);
    return () => clearTimeout(timer);
  }, [isSealing, problem]);
  const seal = (consentGivenAtMs: number): void => {
    const { draft, opening } = useSession.getState();
    if (!canSeal || !draft || !opening) return;
    const slip = slipFactsOf(draft, opening.day);
    beginSealing();
    setProblem(undefined);
    void confirm(consentGivenAtMs).then((result) => {
      if (result.kind !== 'unknown') endSealing();
      if (result.kind === 'confirmed') showSealed(result.receptionNumber, slip);
      else if (result.kind !== 'duplicate') setProblem(result.kind);
    });
  };
  return { problem, canSeal, isSealing, seal };
}
