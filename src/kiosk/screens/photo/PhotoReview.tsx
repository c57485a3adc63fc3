import { useTranslation } from 'react-i18next';
import type { IdPhoto } from '../../../domain/application/draft';
import { ActionButton } from '../../ui/ActionButton';
import { WizardFrame } from '../wizard/WizardFrame';
import { PhotoPicture } from './PhotoPicture';
import styles from './PhotoStep.module.css';

interface PhotoReviewProps {
  readonly photo: IdPhoto;
  readonly onAccept: () => void;
  readonly onRetake: () => void;
}

/** The result: large, and beside it at the size it will be printed. */
export function PhotoReview({ photo, onAccept, onRetake }: PhotoReviewProps) {
  const { t } = useTranslation();
  return (
    <WizardFrame
      extra={
        <ActionButton tone="outline" onPress={onRetake}>
          {t('photo.retake')}
        </ActionButton>
      }
      primary={
        <ActionButton onPress={onAccept} autoFocus>
          {t('photo.accept')}
        </ActionButton>
      }
    >
      <div className={styles.review}>
        <PhotoPicture photo={photo} alt={t('photo.takenAlt')} className={styles.large} />
        <div className={styles.beside}>
          <h1>{t('photo.review')}</h1>
          <p>{t('photo.reviewLead')}</p>
          <figure className={styles.printed}>
            <PhotoPicture photo={photo} alt="" className={styles.printSize} />
            <figcaption>
              {t('photo.printSize')} {t('wizard.check.photoSize')}
            </figcaption>
          </figure>
          <small>{t('wizard.check.photoPixels', { width: photo.widthPx, height: photo.heightPx })}</small>
        </div>
      </div>
    </WizardFrame>
  );
}
