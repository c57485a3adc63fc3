import { useState } from 'react';
import type { IdPhoto } from '../../../domain/application/draft';

export interface ShutterProblem {
  readonly kind: 'cameraTooSmall' | 'takeFailed' | 'fileUnreadable' | 'fileTooSmall';
  readonly widthPx?: number;
}

interface Shutter {
  readonly problem: ShutterProblem | undefined;
  readonly isShooting: boolean;
  readonly shoot: (video: HTMLVideoElement) => void;
  readonly takeFile: (file: File) => void;
}

/** Takes a photo from the live picture or from a file; loads the encoder when first needed. */
export function useShutter(onTaken: (photo: IdPhoto) => void): Shutter {
  const [problem, setProblem] = useState<ShutterProblem>();
  const [isShooting, setIsShooting] = useState(false);
  const run = (take: () => Promise<IdPhoto | ShutterProblem>): void => {
    if (isShooting) return;
    setIsShooting(true);
    setProblem(undefined);
    void take()
      .catch((): ShutterProblem => ({ kind: 'takeFailed' }))
      .then((result) => {
        setIsShooting(false);
        if ('kind' in result) setProblem(result);
        else onTaken(result);
      });
  };
  return {
    problem,
    isShooting,
    shoot: (video) => run(() => takeFromVideo(video)),
    takeFile: (file) => run(() => takeFromFile(file)),
  };
}

async function takeFromVideo(video: HTMLVideoElement): Promise<IdPhoto | ShutterProblem> {
  const { takePhoto } = await import('../../../capture/take-photo');
  const result = await takePhoto(video);
  if (result.kind === 'taken') return result.photo;
  return result.kind === 'cameraTooSmall' ? { kind: 'cameraTooSmall', widthPx: result.widthPx } : { kind: 'takeFailed' };
}

async function takeFromFile(file: File): Promise<IdPhoto | ShutterProblem> {
  const { photoFromFile } = await import('../../../capture/photo-from-file');
  const result = await photoFromFile(file);
  if (result.kind === 'taken') return result.photo;
  return { kind: result.kind === 'pictureTooSmall' ? 'fileTooSmall' : 'fileUnreadable' };
}
