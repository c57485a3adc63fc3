import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraView } from '../../camera/CameraView';
import { PhotoGuide } from '../../camera/PhotoGuide';
import { acceptPhoto, goForward, keepTakenPhoto, useSession } from '../../session/session-store';
import { ActionButton } from '../../ui/ActionButton';
import { Notice } from '../../ui/Notice';
import { WizardFrame } from '../wizard/WizardFrame';
import { CameraChoice } from './CameraChoice';
import { PhotoFileButton } from './PhotoFileButton';
import { PhotoReview } from './PhotoReview';
import styles from './PhotoStep.module.css';
import { useShutter } from './use-shutter';

const tips = ['front', 'eyes', 'bare', 'plain', 'light'] as const;

/** 写真: the guide, the shutter, then the result: accept or take again. */
export function PhotoStep() {
  const { t } = useTranslation();
  const accepted = useSession((session) => session.draft?.photo);
  const taken = useSession((session) => session.takenPhoto);
  const isAlone = useSession((session) => session.channel === 'selfService');
  const [isRetaking, setIsRetaking] = useState(false);
  const [deviceId, setDeviceId] = useState<string>();
  const [video, setVideo] = useState<HTMLVideoElement>();
  const { problem, isShooting, shoot, takeFile } = useShutter((photo) => {
    keepTakenPhoto(photo);
    setIsRetaking(false);
  });
  const shown = isRetaking ? undefined : (taken ?? accepted);
  if (shown) {
    const accept = (): void => {
      acceptPhoto(shown);
      goForward();
    };
    return <PhotoReview photo={shown} onAccept={accept} onRetake={() => setIsRetaking(true)} />;
  }
  return (
    <WizardFrame
      extra={isAlone ? null : <PhotoFileButton onFile={takeFile} />}
      primary={
        <ActionButton onPress={() => video && shoot(video)} isDisabled={!video || isShooting}>
          {t(isShooting ? 'photo.shooting' : 'photo.shoot')}
        </ActionButton>
      }
    >
      <div className={styles.photo}>
        <CameraView
          key={deviceId}
          facing={isAlone ? 'user' : 'environment'}
          deviceId={deviceId}
          label={t('photo.preview')}
          onVideo={setVideo}
        >
          {video ? <PhotoGuide video={video} /> : null}
        </CameraView>
        <aside className={styles.side}>
          <div className={styles.title}>
            <h1>{t('photo.title')}</h1>
            <p>{t('photo.lead')}</p>
          </div>
          {problem ? <Notice tone="error">{t(`photo.problem.${problem.kind}`, { width: problem.widthPx ?? 0 })}</Notice> : null}
          <h2 className={styles.tipsTitle}>{t('photo.tips')}</h2>
          <ul className={styles.tips}>
            {tips.map((tip) => (
              <li key={tip}>{t(`photo.tip.${tip}`)}</li>
            ))}
          </ul>
          <CameraChoice deviceId={deviceId} onChange={setDeviceId} />
        </aside>
      </div>
    </WizardFrame>
  );
}
