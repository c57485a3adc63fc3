import { useTranslation } from 'react-i18next';
import type { CheckResult } from '../../../domain/photo/judgement/checks';
import { useSession } from '../../session/session-store';
import { idPhotoOf, reportOf, type Shot } from '../../photo-room/shot';
import { usePhotoRules } from '../../photo-room/use-photo-rules';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { PhotoPicture } from '../photo/PhotoPicture';
import styles from './PhotoReview.module.css';
import { TakeChoice } from './TakeChoice';

interface PhotoResultProps {
  readonly shot: Shot;
  readonly checks: readonly CheckResult[];
  /** Whether coverings are still being looked for: nothing has passed before that. */
  readonly isLooking: boolean;
  readonly onChoose: (takeId: number) => void;
}

/** The photo large, as it will be printed and as it will be on the card, what was seen on it, and the other takes. */
export function PhotoResult({ shot, checks, isLooking, onChoose }: PhotoResultProps) {
  const { t } = useTranslation();
  const shots = useSession((session) => session.shots);
  const photo = idPhotoOf(shot, reportOf(shot, usePhotoRules()));
  return (
    <div className={styles.review}>
      <PhotoPicture photo={photo} alt={t('photo.review.takenAlt')} className={styles.large} />
      <div className={styles.beside}>
        <h1>{t('photo.review.title')}</h1>
        <Verdict checks={checks} isLooking={isLooking} />
        <div className={styles.sizes}>
          <figure>
            <PhotoPicture photo={photo} alt="" className={styles.printSize} />
            <figcaption>
              {t('photo.review.printSize')}
              <br />
              35 × 45 mm
            </figcaption>
          </figure>
          <figure>
            <PhotoPicture photo={photo} alt="" className={styles.cardSize} />
            <figcaption>
              {t('photo.review.cardSize')}
              <br />
              22 × 27.5 mm
            </figcaption>
          </figure>
        </div>
        {shots.length > 1 ? <TakeChoice shots={shots} chosen={shot} onChoose={onChoose} /> : null}
        <small>{t('wizard.check.photoPixels', { width: photo.widthPx, height: photo.heightPx })}</small>
      </div>
    </div>
  );
}

function Verdict({ checks, isLooking }: Pick<PhotoResultProps, 'checks' | 'isLooking'>) {
  const { t } = useTranslation();
  const told = checks.filter(({ verdict }) => verdict === 'failed' || verdict === 'advised');
  const isFailed = checks.some(({ verdict }) => verdict === 'failed');
  if (checks.every(({ verdict }) => verdict === 'notChecked')) {
    return <Notice tone="attention">{t('photo.review.notChecked')}</Notice>;
  }
  if (isLooking && !isFailed) return <Notice tone="info">{t('photo.review.lookingCloser')}</Notice>;
  if (told.length === 0) return <Notice tone="done">{t('photo.review.allPassed')}</Notice>;
  return (
    <Notice tone={isFailed ? 'attention' : 'info'}>
      {isFailed ? <strong>{t('photo.review.failedTitle')}</strong> : null}
      <ul className={styles.told}>
        {told.map(({ check, verdict }) => (
          <li key={check}>
            <Icon name={verdict === 'failed' ? 'attention' : 'info'} size={18} />
            {t(`photo.review.check.${check}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
