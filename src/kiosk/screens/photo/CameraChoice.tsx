import { useTranslation } from 'react-i18next';
import { useCameras } from '../../camera/use-cameras';
import styles from './PhotoStep.module.css';

interface CameraChoiceProps {
  readonly deviceId: string | undefined;
  readonly onChange: (deviceId: string) => void;
}

/** Which camera, where there are several. */
export function CameraChoice({ deviceId, onChange }: CameraChoiceProps) {
  const { t } = useTranslation();
  const cameras = useCameras();
  if (cameras.length < 2) return null;
  return (
    <label className={styles.camera}>
      {t('photo.camera')}
      <select value={deviceId ?? cameras[0]?.deviceId} onChange={(event) => onChange(event.target.value)}>
        {cameras.map((camera, index) => (
          <option key={camera.deviceId} value={camera.deviceId}>
            {camera.label || t('photo.unnamedCamera', { number: index + 1 })}
          </option>
        ))}
      </select>
    </label>
  );
}
