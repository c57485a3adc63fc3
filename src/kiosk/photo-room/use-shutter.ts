import { useState } from 'react';
import type { Picture, PhotoStudio, Take, TakeResult } from '../../capture/studio/photo-studio';
import { type BestFrame, frameScore, isWorse } from '../../domain/photo/coach/best-frame';
import { judgePicture } from '../../domain/photo/judgement/judge';
import type { PhotoRules } from '../../domain/photo/photo-rules';
import type { PictureFileProblem } from '../../domain/photo/picture-file/picture-file';
import type { Shutter } from '../../domain/photo/report';
import { useSession } from '../session/session-store';
import { keepShot } from '../session/shots';
import { pictureOf } from './frame-loop';
import { usePhotoRoom } from './photo-room';
import type { Shot } from './shot';
import { playShutter } from './sounds';

/** Why there is no photo, and how many pixels wide it would have been. */
export interface ShutterProblem {
  readonly kind: 'cameraTooSmall' | 'takeFailed' | PictureFileProblem;
  readonly widthPx: number;
}

export interface ShutterControls {
  readonly problem: ShutterProblem | undefined;
  readonly isShooting: boolean;
  /** Takes what the camera shows now, or the best of the last seconds where that is clearly better. */
  readonly shoot: (video: HTMLVideoElement, best: BestFrame | undefined) => void;
  /** Takes the best frame of the hold that has just ended. */
  readonly release: (video: HTMLVideoElement) => void;
  readonly takeFile: (file: File) => void;
}

type Outcome = { readonly take: Take; readonly shutter: Shutter } | ShutterProblem;

const takeFailed: ShutterProblem = { kind: 'takeFailed', widthPx: 0 };

/** Takes photos, by hand, by itself or from a file; each is put beside the others. */
export function useShutter(rules: PhotoRules, onShot: (shot: Shot) => void): ShutterControls {
  const studio = usePhotoRoom((room) => room.studio);
  const [problem, setProblem] = useState<ShutterProblem>();
  const [isShooting, setIsShooting] = useState(false);
  const run = (source: Shot['source'], take: (studio: PhotoStudio) => Promise<Outcome>): void => {
    if (isShooting || !studio) return;
    setIsShooting(true);
    setProblem(undefined);
    void take(studio)
      .catch(() => takeFailed)
      .then((outcome) => {
        setIsShooting(false);
        if ('take' in outcome) onShot(shelve(studio, outcome, source));
        else setProblem(outcome);
      });
  };
  return {
    problem,
    isShooting,
    shoot: (video, best) => run('camera', (open) => shootNow(open, video, { best, rules })),
    release: (video) => run('camera', (open) => shootHeld(open, video)),
    takeFile: (file) => run('file', (open) => shootFile(open, file)),
  };
}

function shelve(studio: PhotoStudio, { take, shutter }: Extract<Outcome, { take: Take }>, source: Shot['source']): Shot {
  const { sitting, shotsTaken } = useSession.getState();
  const shot: Shot = {
    take,
    shutter,
    source,
    sitting,
    models: studio.models(),
    isAdjusted: false,
    isInspected: false,
    number: shotsTaken + 1,
  };
  const leaving = keepShot(shot);
  if (leaving) studio.drop(leaving.take.id);
  return shot;
}

async function shootNow(
  studio: PhotoStudio,
  video: HTMLVideoElement,
  { best, rules }: { readonly best: BestFrame | undefined; readonly rules: PhotoRules },
): Promise<Outcome> {
  const atMs = performance.now();
  const picture = pictureOf(video);
  if (!picture) return takeFailed;
  playShutter();
  const now = await studio.take(picture);
  if (!best || !isWorse(scoreOf(now, rules), atMs, best)) return outcomeOf(now, 'manual', 'cameraTooSmall');
  const better = await studio.takeBest();
  if (better.kind !== 'taken') return outcomeOf(now, 'manual', 'cameraTooSmall');
  if (now.kind === 'taken') studio.drop(now.take.id);
  return { take: better.take, shutter: 'bestFrame' };
}

async function shootHeld(studio: PhotoStudio, video: HTMLVideoElement): Promise<Outcome> {
  playShutter();
  const held = await studio.takeBest();
  if (held.kind === 'taken') return { take: held.take, shutter: 'automatic' };
  const picture = pictureOf(video);
  return picture ? outcomeOf(await studio.take(picture), 'automatic', 'cameraTooSmall') : takeFailed;
}

async function shootFile(studio: PhotoStudio, file: File): Promise<Outcome> {
  const { openPictureFile } = await import('../../capture/picture-file/open-picture-file');
  const opening = await openPictureFile(file);
  if (opening.kind === 'refused') return { kind: opening.problem, widthPx: 0 };
  const picture: Picture = opening.picture;
  return outcomeOf(await studio.take(picture), 'none', 'tooSmall');
}

function outcomeOf(result: TakeResult, shutter: Shutter, tooSmall: ShutterProblem['kind']): Outcome {
  if (result.kind === 'taken') return { take: result.take, shutter };
  return result.kind === 'tooSmall' ? { kind: tooSmall, widthPx: result.widthPx } : takeFailed;
}

function scoreOf(result: TakeResult, rules: PhotoRules): number {
  const analysis = result.kind === 'taken' ? result.take.analysis : result.kind === 'tooSmall' ? result.analysis : undefined;
  if (!analysis) return -1;
  const { sitting } = useSession.getState();
  return frameScore(judgePicture(analysis.measures, rules.thresholds, sitting), analysis.measures);
}
