import { useEffect, useEffectEvent, useState } from 'react';
import { type Coaching, type CoachingTerms, coachFrame } from '../../domain/photo/coach/coach';
import type { PictureAnalysis } from '../../domain/photo/judgement/measures';
import { watchFrames } from './frame-loop';
import { usePhotoRoom } from './photo-room';

export interface CoachedView {
  readonly coaching: Coaching;
  readonly analysis: PictureAnalysis;
}

interface CoachRequest extends CoachingTerms {
  readonly video: HTMLVideoElement | undefined;
  /** While a photo is being taken nothing is said. */
  readonly isPaused: boolean;
  /** The shutter's hold is over. */
  readonly onRelease: () => void;
}

/** Measures the live picture and says what to do. Undefined before the first frame, and without models. */
export function useCoach({ video, isPaused, onRelease, ...terms }: CoachRequest): CoachedView | undefined {
  const { studio, state } = usePhotoRoom();
  const [view, setView] = useState<CoachedView>();
  const take = useEffectEvent((before: Coaching | undefined, analysis: PictureAnalysis, atMs: number): Coaching => {
    const coaching = coachFrame(before, { analysis, atMs }, terms);
    setView({ coaching, analysis });
    if (coaching.shutter.kind === 'released' && before?.shutter.kind !== 'released') onRelease();
    return coaching;
  });
  useEffect(() => {
    if (!video || !studio || state !== 'ready' || isPaused) return undefined;
    let coaching: Coaching | undefined;
    const stop = watchFrames(video, async (picture, atMs) => {
      const analysis = await studio.analyse(picture);
      if (!analysis || isStopped) return;
      coaching = take(coaching, analysis, atMs);
      if (coaching.isBest) studio.keepLast();
    });
    let isStopped = false;
    return () => {
      isStopped = true;
      stop();
      setView(undefined);
    };
  }, [video, studio, state, isPaused, terms.sitting, terms.isMirrored]);
  return view;
}
