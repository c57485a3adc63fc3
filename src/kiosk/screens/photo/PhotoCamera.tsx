import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFacingViewer, useCameraRoom } from '../../camera/camera-room';
import { CameraView } from '../../camera/CameraView';
import { usePhotoRoom } from '../../photo-room/photo-room';
import type { Shot } from '../../photo-room/shot';
import { useCoach } from '../../photo-room/use-coach';
import { usePhotoRules } from '../../photo-room/use-photo-rules';
import { useShutter } from '../../photo-room/use-shutter';
import { useSession } from '../../session/session-store';
import { ActionButton } from '../../ui/ActionButton';
import { WizardFrame } from '../wizard/WizardFrame';
import { CoachLine } from './coach/CoachLine';
import { LiveGuide } from './coach/LiveGuide';
import { PhotoFileButton } from './PhotoFileButton';
import { PhotoSide } from './PhotoSide';
import styles from './PhotoStep.module.css';
import { useCoachVoice } from './coach/use-coach-voice';

interface PhotoCameraProps {
  readonly onShot: (shot: Shot) => void;
  /** Back to the photos taken so far; undefined where there are none. */
  readonly onReview: (() => void) | undefined;
}

/** The live picture with its coach, and the shutter: by itself, by hand, or a file in its place. */
export function PhotoCamera({ onShot, onReview }: PhotoCameraProps) {
  const { t } = useTranslation();
  const isAlone = useSession((session) => session.channel === 'selfService');
  const sitting = useSession((session) => session.sitting);
  const isStaffSwitched = useSession((session) => session.isShutterAutomatic);
  const { video, stream, problem: cameraProblem } = useCameraRoom();
  const isStudioOpen = usePhotoRoom((room) => room.studio !== undefined);
  const rules = usePhotoRules();
  const [isChoosing, setIsChoosing] = useState(false);
  const { problem, isShooting, shoot, release, takeFile } = useShutter(rules, onShot);
  const isMirrored = isFacingViewer(stream);
  // After a failure nothing happens by itself: it would only fail again and again.
  const isAutomatic = (isStaffSwitched ?? rules.isShutterAutomatic) && !problem;
  const view = useCoach({
    video: cameraProblem ? undefined : video,
    isPaused: isShooting || isChoosing,
    rules,
    sitting,
    isMirrored,
    onRelease: () => {
      if (isAutomatic && video) release(video);
    },
  });
  useCoachVoice(view);
  return (
    <WizardFrame
      extra={
        <>
          {onReview ? (
            <ActionButton tone="quiet" onPress={onReview}>
              {t('photo.backToReview')}
            </ActionButton>
          ) : null}
          {isAlone ? null : <PhotoFileButton onFile={takeFile} isDisabled={isShooting || !isStudioOpen} />}
        </>
      }
      primary={
        <ActionButton
          onPress={() => video && shoot(video, view?.coaching.best)}
          isDisabled={!video || isShooting || !isStudioOpen}
        >
          {t(isShooting ? 'photo.shooting' : 'photo.shoot')}
        </ActionButton>
      }
    >
      <div className={styles.photo}>
        <CameraView facing={isAlone ? 'user' : 'environment'}>
          {video ? <LiveGuide video={video} view={view} isMirrored={isMirrored} /> : null}
          <CoachLine view={view} isAutomatic={isAutomatic} />
        </CameraView>
        <PhotoSide view={view} problem={problem} isAutomatic={isAutomatic} onChoosing={setIsChoosing} />
      </div>
    </WizardFrame>
  );
}
