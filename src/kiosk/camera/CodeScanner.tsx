import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/Notice';
import { useCameraRoom } from './camera-room';
import { CameraView } from './CameraView';
import styles from './CameraView.module.css';
import { ScanFrame } from './ScanFrame';

interface CodeScannerProps {
  readonly onPayload: (payload: string) => void;
  readonly isPaused?: boolean;
}

/** Reads codes from the camera's live frames and hands each payload on; keeps none. */
export function CodeScanner({ onPayload, isPaused = false }: CodeScannerProps) {
  const { t } = useTranslation();
  const video = useCameraRoom((room) => room.video);
  const [isUnavailable, setIsUnavailable] = useState(false);
  const handle = useRef(onPayload);
  useEffect(() => {
    handle.current = onPayload;
  }, [onPayload]);
  useEffect(() => {
    if (!video || isPaused) return undefined;
    const stopping = new AbortController();
    void import('../../capture/scan-codes').then(({ scanCodes }) => {
      if (stopping.signal.aborted) return;
      scanCodes({
        video,
        signal: stopping.signal,
        onPayload: (payload) => handle.current(payload),
        onUnavailable: () => setIsUnavailable(true),
      });
    });
    return () => stopping.abort();
  }, [video, isPaused]);
  return (
    <CameraView facing="environment">
      <ScanFrame video={video} />
      {isUnavailable ? (
        <div className={styles.notice}>
          <Notice tone="attention">{t('photo.problem.scannerUnavailable')}</Notice>
        </div>
      ) : null}
    </CameraView>
  );
}
