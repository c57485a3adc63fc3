import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { slipFactsOf } from '../../../../domain/slip/what-comes-next';
import { fileTimeWords } from '../../../../i18n/time-words';
import type { SealedEnvelope } from '../../../../sealing/seal';
import type { FileSeal } from '../../../confirm/file/file-seal';
import { type FileSaving, saveFileSeal } from '../../../confirm/file/save-file-seal';
import { beginSealing, endSealing, showSealed, useSession } from '../../../session/session-store';
import { useServices } from '../../../tablet/tablet-services';
import { useTablet } from '../../../tablet/tablet-store';
import { findSaveWay } from '../../../transfer/part-target';

/**
 *   offered ─▶ saving ─▶ confirmed (picker)
 *      ▲         │ ├───▶ given ─ somebody has looked ─▶ confirmed
 *      └─────────┘ ├───▶ reserved ─▶ saving …    the number is taken, and there is no file
 *                  └───▶ unnoted ─▶ confirmed    there is a file, and the tablet could not write that down
 *
 * From `reserved` on the application stays locked: changed, it would be another one than the file may hold.
 */
export type FileSealStage = 'offered' | 'saving' | 'given' | 'reserved' | 'unnoted';

export type FileSealProblem = Exclude<FileSaving, 'dismissed' | 'saved' | 'given'>;

export interface FileSealControl {
  readonly stage: FileSealStage;
  /** What came of the last try where it was not what was wanted. */
  readonly problem: FileSealProblem | undefined;
  /** The file's name. Without the number, which is nobody's until it is confirmed. */
  readonly file: string;
  readonly save: () => void;
  /** The file is there. */
  readonly confirm: () => void;
}

const beforeAnything: readonly FileSaving[] = ['dismissed', 'notBegun', 'sequenceTaken', 'storageFull'];

/** Takes one application in although the tablet has no room for it. */
export function useFileSeal(sealed: SealedEnvelope, onReserved: (isReserved: boolean) => void): FileSealControl {
  const { openFileSeal } = useServices();
  const [stage, setStage] = useState<FileSealStage>('offered');
  const [problem, setProblem] = useState<FileSealProblem>();
  const { receptionNumber, sealedAt } = sealed.manifest;
  const file = useFileName(Date.parse(sealedAt));
  const openSeal = (): Promise<FileSeal> => openFileSeal(sealed);
  const show = (next: FileSealStage): void => {
    setStage(next);
    onReserved(next === 'reserved');
    if (next === 'offered') endSealing();
  };
  const confirm = async (): Promise<void> => {
    const isConfirmed = await openSeal().then(
      (seal) => seal.confirm(),
      () => false,
    );
    if (!isConfirmed) {
      show('unnoted');
      return;
    }
    const { draft, opening } = useSession.getState();
    endSealing();
    if (draft && opening) showSealed(receptionNumber, slipFactsOf(draft, opening.day), file);
  };
  const save = async (): Promise<void> => {
    const before = stage;
    beginSealing();
    setProblem(undefined);
    show('saving');
    const outcome = await saveFileSeal(findSaveWay(), file, openSeal);
    if (outcome === 'saved') return confirm();
    setProblem(outcome === 'dismissed' || outcome === 'given' ? undefined : outcome);
    if (beforeAnything.includes(outcome)) show(before === 'given' ? 'reserved' : before);
    else show(outcome === 'given' ? 'given' : 'reserved');
  };
  return { stage, problem, file, save: () => void save(), confirm: () => void confirm() };
}

/** As that of a part of a transfer, which it is. */
function useFileName(sealedAtMs: number): string {
  const { t } = useTranslation();
  const station = useTablet((tablet) => tablet.station?.stationCode ?? '');
  return t('transfer.fileName', { station, time: fileTimeWords(sealedAtMs), part: 1, parts: 1 });
}
