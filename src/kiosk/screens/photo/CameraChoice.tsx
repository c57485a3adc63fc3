import { useTranslation } from 'react-i18next';
import { chooseCamera, useCameraRoom } from '../../camera/camera-room';
import { useCameras } from '../../camera/use-cameras';
import styles from './PhotoStep.module.css';

/** Which camera, where there are several. */
export function CameraChoice() {
  const { t } = useTranslation();
  const cameras = useCameras();
  const { deviceId, stream } = useCameraRoom();
  const openId = stream?.getVideoTracks()[0]?.getSettings().deviceId;
  if (cameras.length < 2) return null;
  return (
    <label className={styles.camera}>
      {t('photo.camera')}
      <select value={openId ?? deviceId ?? cameras[0]?.deviceId} onChange={(event) => chooseCamera(event.target.value)}>
        {cameras.map((camera, index) => (
          <option key={camera.deviceId} value={camera.deviceId}>
            {camera.label || t('photo.unnamedCamera', { number: index + 1 })}
          </option>
        ))}
      </select>
    </label>
  );
}
