import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TakeSurroundings } from '../../../capture/studio/photo-studio';
import { enlargeHead, turnHead } from '../../../domain/photo/crop/adjust-cut';
import type { PhotoCut } from '../../../domain/photo/crop/photo-cut';
import { usePhotoRoom } from '../../photo-room/photo-room';
import type { Shot } from '../../photo-room/shot';
import { replaceShot } from '../../session/shots';
import { ActionButton } from '../../ui/ActionButton';
import { Notice } from '../../ui/Notice';
import { WizardFrame } from '../wizard/WizardFrame';
import { CropPicture } from './CropPicture';
import styles from './CropAdjust.module.css';

interface CropAdjustProps {
  readonly shot: Shot;
  readonly onDone: () => void;
}

const sizeStep = 1.02;
const turnStepDegrees = 0.5;

/** The cut by hand: the picture moves under a fixed frame, with the bands in which crown and chin belong. */
export function CropAdjust({ shot, onDone }: CropAdjustProps) {
  const { t } = useTranslation();
  const studio = usePhotoRoom((room) => room.studio);
  const surroundings = useSurroundings(shot.take.id);
  const automaticCut = shot.automaticCut ?? shot.take.cut;
  const [cut, setCut] = useState<PhotoCut>(shot.take.cut);
  const [isBusy, setIsBusy] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const apply = async (): Promise<void> => {
    setIsBusy(true);
    const result = await studio?.recut(shot.take.id, cut);
    setIsBusy(false);
    if (result?.kind !== 'taken') {
      setHasFailed(true);
      return;
    }
    replaceShot({
      ...shot,
      automaticCut,
      isAdjusted: cut !== automaticCut,
      take: { ...result.take, analysis: shot.take.analysis },
    });
    onDone();
  };
  const changes = [
    { words: 'larger', change: () => enlargeHead(cut, sizeStep) },
    { words: 'smaller', change: () => enlargeHead(cut, 1 / sizeStep) },
    { words: 'turnLeft', change: () => turnHead(cut, -turnStepDegrees) },
    { words: 'turnRight', change: () => turnHead(cut, turnStepDegrees) },
  ] as const;
  return (
    <WizardFrame
      extra={
        <ActionButton tone="outline" onPress={onDone}>
          {t('photo.review.crop.discard')}
        </ActionButton>
      }
      primary={
        <ActionButton onPress={() => void apply()} isDisabled={isBusy || !surroundings}>
          {t('photo.review.crop.apply')}
        </ActionButton>
      }
    >
      <div className={styles.adjust}>
        {surroundings ? <CropPicture surroundings={surroundings} cut={cut} onChange={setCut} /> : <div />}
        <div className={styles.side}>
          <h1>{t('photo.review.crop.title')}</h1>
          <p>{t('photo.review.crop.lead')}</p>
          {hasFailed ? <Notice tone="error">{t('photo.review.crop.failed')}</Notice> : null}
          <div className={styles.changes}>
            {changes.map(({ words, change }) => (
              <ActionButton key={words} tone="outline" size="small" onPress={() => setCut(change())}>
                {t(`photo.review.crop.${words}`)}
              </ActionButton>
            ))}
          </div>
          <ActionButton tone="quiet" size="small" onPress={() => setCut(automaticCut)}>
            {t('photo.review.crop.reset')}
          </ActionButton>
        </div>
      </div>
    </WizardFrame>
  );
}

function useSurroundings(takeId: number): TakeSurroundings | undefined {
  const studio = usePhotoRoom((room) => room.studio);
  const [surroundings, setSurroundings] = useState<TakeSurroundings>();
  useEffect(() => {
    let isGone = false;
    const asked = studio?.surroundings(takeId).then((found) => {
      if (isGone) found?.picture.close();
      else setSurroundings(found);
      return found;
    });
    return () => {
      isGone = true;
      void asked?.then((found) => found?.picture.close());
    };
  }, [studio, takeId]);
  return surroundings;
}
