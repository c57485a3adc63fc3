import { clsx } from 'clsx';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraFacing } from '../../capture/camera-constraints';
import { ActionButton } from '../ui/ActionButton';
import { Notice } from '../ui/Notice';
import { retryCamera, showCamera, useCameraRoom } from './camera-room';
import styles from './CameraView.module.css';

interface CameraViewProps {
  readonly facing: CameraFacing;
  /** Drawn over the picture. */
  readonly children?: ReactNode;
}

/** The camera's live picture, or what is wrong with it and the way on. */
export function CameraView({ facing, children }: CameraViewProps) {
  const { t } = useTranslation();
  const stage = useRef<HTMLDivElement>(null);
  const { problem, video } = useCameraRoom();
  useLayoutEffect(() => (stage.current ? showCamera(stage.current, facing) : undefined), [facing]);
  return (
    <div className={clsx(styles.view, problem && styles.empty)}>
      <div ref={stage} className={styles.stage} hidden={problem !== undefined} />
      {problem ? (
        <Notice
          tone="error"
          action={
            <ActionButton tone="outline" size="small" onPress={retryCamera}>
              {t('common.action.retry')}
            </ActionButton>
          }
        >
          {t(`photo.problem.${problem}`)}
        </Notice>
      ) : video ? (
        children
      ) : (
        <p className={styles.starting}>{t('photo.starting')}</p>
      )}
    </div>
  );
}
