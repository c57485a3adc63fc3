import { clsx } from 'clsx';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import Webcam from 'react-webcam';
import { cameraConstraints, type CameraFacing } from '../../capture/camera-constraints';
import { type CameraProblem, readCameraProblem } from '../../capture/camera-problem';
import { watchCameras, watchTrackEnd } from '../../capture/cameras';
import { ActionButton } from '../ui/ActionButton';
import { Notice } from '../ui/Notice';
import styles from './CameraView.module.css';

interface CameraViewProps {
  readonly facing: CameraFacing;
  readonly deviceId: string | undefined;
  readonly label: string;
  /** The live picture while there is one; undefined while there is none. */
  readonly onVideo: (video: HTMLVideoElement | undefined) => void;
  /** Drawn over the picture. */
  readonly children?: ReactNode;
}

/**
 * The camera's live picture, or what is wrong with it and the way on. Mirrored for a camera that faces the
 * person at the screen, because that is how people find themselves; only the preview, never a photo.
 */
export function CameraView({ facing, deviceId, label, onVideo, children }: CameraViewProps) {
  const { t } = useTranslation();
  const webcam = useRef<Webcam>(null);
  const [problem, setProblem] = useState<CameraProblem>();
  const [stream, setStream] = useState<MediaStream>();
  const [attempt, setAttempt] = useState(0);
  const constraints = useMemo(() => cameraConstraints({ facing, ...(deviceId ? { deviceId } : {}) }), [facing, deviceId]);

  const fail = (next: CameraProblem): void => {
    onVideo(undefined);
    setStream(undefined);
    setProblem(next);
  };
  const retry = (): void => {
    setProblem(undefined);
    setAttempt((count) => count + 1);
  };
  const unplug = useEffectEvent(() => fail('unplugged'));
  useEffect(() => (stream ? watchTrackEnd(stream, unplug) : undefined), [stream]);
  useEffect(() => (problem === 'unplugged' ? watchCameras(retry) : undefined), [problem]);

  if (problem) {
    return (
      <div className={clsx(styles.view, styles.empty)}>
        <Notice
          tone="error"
          action={
            <ActionButton tone="outline" size="small" onPress={retry}>
              {t('common.action.retry')}
            </ActionButton>
          }
        >
          {t(`photo.problem.${problem}`)}
        </Notice>
      </div>
    );
  }
  const isMirrored = isFacingViewer(stream);
  return (
    <div className={styles.view}>
      <Webcam
        key={attempt}
        ref={webcam}
        audio={false}
        videoConstraints={constraints}
        mirrored={isMirrored}
        className={styles.video}
        aria-label={label}
        onUserMedia={setStream}
        onUserMediaError={(error) => fail(readCameraProblem(error))}
        onLoadedData={() => onVideo(webcam.current?.video ?? undefined)}
      />
      {stream ? children : <p className={styles.starting}>{t('photo.starting')}</p>}
    </div>
  );
}

function isFacingViewer(stream: MediaStream | undefined): boolean {
  return stream?.getVideoTracks()[0]?.getSettings().facingMode === 'user';
}
