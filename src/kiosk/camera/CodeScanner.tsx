import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraView } from './CameraView';
import styles from './CameraView.module.css';
import { ScanFrame } from './ScanFrame';

interface CodeScannerProps {
  readonly instruction: string;
  readonly onPayload: (payload: string) => void;
  readonly isPaused?: boolean;
}

/** Reads codes from the camera's live frames and hands each payload on; keeps none. */
export function CodeScanner({ instruction, onPayload, isPaused = false }: CodeScannerProps) {
  const { t } = useTranslation();
  const [video, setVideo] = useState<HTMLVideoElement>();
  const handle = useRef(onPayload);
  useEffect(() => {
    handle.current = onPayload;
  }, [onPayload]);
  useEffect(() => {
    if (!video || isPaused) return undefined;
    const stopping = new AbortController();
    void import('../../capture/scan-codes').then(({ scanCodes }) => {
      if (stopping.signal.aborted) return;
      scanCodes({ video, signal: stopping.signal, onPayload: (payload) => handle.current(payload) });
    });
    return () => stopping.abort();
  }, [video, isPaused]);
  return (
    <CameraView facing="environment" deviceId={undefined} label={t('photo.preview')} onVideo={setVideo}>
      <ScanFrame video={video} />
      <p className={styles.say} role="status">
        {instruction}
      </p>
    </CameraView>
  );
}
