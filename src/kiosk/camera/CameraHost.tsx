import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import Webcam from 'react-webcam';
import { cameraConstraints } from '../../capture/camera-constraints';
import { readCameraProblem } from '../../capture/camera-problem';
import { watchCameras, watchTrackEnd } from '../../capture/cameras';
import { type Session, useSession } from '../session/session-store';
import { isFacingViewer, releaseCamera, reportCamera, retryCamera, useCameraRoom } from './camera-room';
import styles from './CameraView.module.css';
import { useIsPageShown } from './use-page-shown';

/** Keeps the camera open from screen to screen: one picture, moved to wherever it is shown. */
export function CameraHost() {
  const isShown = useIsPageShown();
  const { facing, problem } = useCameraRoom();
  useEffect(() => useSession.subscribe(releaseWhenLeft), []);
  useEffect(() => (problem === 'unplugged' ? watchCameras(retryCamera) : undefined), [problem]);
  return facing && isShown && !problem ? <OpenCamera facing={facing} /> : null;
}

function OpenCamera({ facing }: { readonly facing: 'environment' | 'user' }) {
  const { t } = useTranslation();
  const webcam = useRef<Webcam>(null);
  const { deviceId, stage, stream, attempt } = useCameraRoom();
  const [frame] = useState(makeFrame);
  const constraints = useMemo(() => cameraConstraints({ facing, ...(deviceId ? { deviceId } : {}) }), [facing, deviceId]);
  useLayoutEffect(() => {
    // A picture that is moved stops playing.
    stage?.append(frame);
    if (stage) void webcam.current?.video?.play().catch(() => undefined);
    return () => frame.remove();
  }, [stage, frame]);
  useEffect(() => {
    for (const track of stream?.getVideoTracks() ?? []) track.enabled = stage !== undefined;
  }, [stage, stream]);
  const unplug = useEffectEvent(() => reportCamera('unplugged'));
  useEffect(() => (stream ? watchTrackEnd(stream, unplug) : undefined), [stream]);
  useEffect(() => () => useCameraRoom.setState({ stream: undefined, video: undefined }), []);
  return createPortal(
    <Webcam
      key={attempt}
      ref={webcam}
      audio={false}
      videoConstraints={constraints}
      mirrored={isFacingViewer(stream)}
      className={styles.video}
      aria-label={t('photo.preview')}
      onUserMedia={(opened) => useCameraRoom.setState({ stream: opened })}
      onUserMediaError={(error) => reportCamera(readCameraProblem(error))}
      onLoadedData={() => useCameraRoom.setState({ video: webcam.current?.video ?? undefined })}
    />,
    frame,
  );
}

/** Nobody who may use the camera is before the tablet any more. */
function releaseWhenLeft(now: Session, before: Session): void {
  const isSignedOut = now.place.kind === 'signIn' && before.place.kind !== 'signIn';
  if (isSignedOut || (now.isLocked && !before.isLocked)) releaseCamera();
}

function makeFrame(): HTMLDivElement {
  const frame = document.createElement('div');
  frame.className = styles.frame ?? '';
  return frame;
}
