import { useEffect, useState } from 'react';
import { slipFactsOf } from '../../../domain/slip/what-comes-next';
import { beginSealing, endSealing, showSealed, useSession } from '../../session/session-store';
import type { SealedEnvelope } from '../../../sealing/seal';
import { useServices } from '../../tablet/tablet-services';

/** `slow` and `unknown` leave the application locked: whether it is in the queue is not known yet. */
export type SealProblem = 'storageFull' | 'failed' | 'unknown' | 'slow';

interface Seal {
  readonly problem: SealProblem | undefined;
  /** Whether the button may be touched (again). */
  readonly canSeal: boolean;
  readonly isSealing: boolean;
  readonly seal: (consentGivenAtMs: number) => void;
  /** What was sealed and found no room. */
  readonly sealed: SealedEnvelope | undefined;
  /** Its number is reserved, for it may be in a file: from now on only the very same may be sealed. */
  readonly setIsReserved: (isReserved: boolean) => void;
}

const slowAfterMs = 20_000;

/** Seals once, however often the button is touched; where it fails, everything stays on screen. */
export function useSeal(): Seal {
  const { confirm } = useServices();
  const isSealing = useSession((session) => session.isSealing);
  const [problem, setProblem] = useState<SealProblem>();
  const [sealed, setSealed] = useState<SealedEnvelope>();
  const [isReserved, setIsReserved] = useState(false);
  const canSeal = !isSealing || problem === 'unknown' || isReserved;
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
    void confirm(consentGivenAtMs, isReserved ? sealed : undefined).then((result) => {
      const isOpen = result.kind !== 'confirmed' && (result.kind === 'unknown' || isReserved);
      if (!isOpen) endSealing();
      if (result.kind === 'storageFull') setSealed(result.sealed);
      if (result.kind === 'confirmed') showSealed(result.receptionNumber, slip);
      else if (result.kind !== 'duplicate') setProblem(result.kind);
    });
  };
  return { problem, canSeal, isSealing, seal, sealed, setIsReserved };
}
