import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModels } from '../../models/models-store';
import { ModelsNotice } from '../../models/ModelsNotice';
import { usePhotoRoom } from '../../photo-room/photo-room';
import type { CoachedView } from '../../photo-room/use-coach';
import type { ShutterProblem } from '../../photo-room/use-shutter';
import { useSession } from '../../session/session-store';
import { Notice } from '../../ui/Notice';
import { CameraChoice } from './CameraChoice';
import { CheckList } from './coach/CheckList';
import { CoachSwitches } from './coach/CoachSwitches';
import styles from './PhotoStep.module.css';
import { SittingChoice } from './SittingChoice';

interface PhotoSideProps {
  readonly view: CoachedView | undefined;
  readonly problem: ShutterProblem | undefined;
  readonly isAutomatic: boolean;
  /** While a choice lies over the picture, nobody is photographed. */
  readonly onChoosing: (isChoosing: boolean) => void;
}

/** Beside the live picture: what went wrong, the checks one by one, and how the photo is taken. */
export function PhotoSide({ view, problem, isAutomatic, onChoosing }: PhotoSideProps) {
  const { t } = useTranslation();
  const isWithoutModels = usePhotoRoom((room) => room.state === 'withoutModels');
  const areModelsHere = useModels(({ phase }) => phase === 'ready');
  const isAlone = useSession((session) => session.channel === 'selfService');
  const [isChoosing, setIsChoosing] = useState(false);
  useEffect(() => onChoosing(isChoosing), [isChoosing, onChoosing]);
  return (
    <aside className={styles.side}>
      <h1 className={styles.title}>{t('photo.title')}</h1>
      {problem ? <Notice tone="error">{t(`photo.problem.${problem.kind}`, { width: problem.widthPx })}</Notice> : null}
      {isWithoutModels ? <ModelsNotice /> : null}
      {isWithoutModels && areModelsHere ? <Notice tone="attention">{t('photo.coach.withoutModelsNote')}</Notice> : null}
      {isWithoutModels ? <Tips /> : <CheckList results={view?.coaching.results ?? []} />}
      <div className={styles.ways}>
        {isAlone ? null : <SittingChoice isOpen={isChoosing} onOpenChange={setIsChoosing} />}
        {isWithoutModels ? null : <CoachSwitches isAutomatic={isAutomatic} />}
        <CameraChoice />
      </div>
    </aside>
  );
}

const tips = ['front', 'eyes', 'bare', 'plain', 'light'] as const;

function Tips() {
  const { t } = useTranslation();
  return (
    <ul className={styles.checks}>
      {tips.map((tip) => (
        <li key={tip}>{t(`photo.coach.tip.${tip}`)}</li>
      ))}
    </ul>
  );
}
