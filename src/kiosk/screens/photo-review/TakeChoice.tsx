import { useTranslation } from 'react-i18next';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { failedChecks } from '../../../domain/photo/judgement/judge';
import { idPhotoOf, reportOf, type Shot } from '../../photo-room/shot';
import { usePhotoRules } from '../../photo-room/use-photo-rules';
import { PhotoPicture } from '../photo/PhotoPicture';
import styles from './PhotoReview.module.css';

interface TakeChoiceProps {
  readonly shots: readonly Shot[];
  readonly chosen: Shot;
  readonly onChoose: (takeId: number) => void;
}

/** The takes side by side, to choose the one that is used. */
export function TakeChoice({ shots, chosen, onChoose }: TakeChoiceProps) {
  const { t } = useTranslation();
  const rules = usePhotoRules();
  return (
    <RadioGroup className={styles.takes} value={String(chosen.take.id)} onChange={(id) => onChoose(Number(id))}>
      <Label className={styles.takesLabel}>{t('photo.review.takes')}</Label>
      <div className={styles.takeRow}>
        {shots.map((shot) => {
          const report = reportOf(shot, rules);
          const count = failedChecks(report.checks).length;
          return (
            <RadioField key={shot.take.id} value={String(shot.take.id)}>
              <RadioButton className={styles.take}>
                <PhotoPicture photo={idPhotoOf(shot, report)} alt="" className={styles.thumbnail} />
                <span>
                  {t('photo.review.take', { number: shot.number })}
                  <small data-failed={count > 0 || undefined}>
                    {count > 0 ? t('photo.review.takeFailed', { count }) : t('photo.review.takeGood')}
                  </small>
                </span>
              </RadioButton>
            </RadioField>
          );
        })}
      </div>
    </RadioGroup>
  );
}
