import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TakeSurroundings } from '../../../capture/studio/photo-studio';
import { enlargeHead, headBands, moveHead, turnHead } from '../../../domain/photo/crop/adjust-cut';
import type { PhotoCut } from '../../../domain/photo/crop/photo-cut';
import styles from './CropAdjust.module.css';
import { useFingers } from './use-fingers';

interface CropPictureProps {
  readonly surroundings: TakeSurroundings;
  readonly cut: PhotoCut;
  readonly onChange: (change: (cut: PhotoCut) => PhotoCut) => void;
}

/** Pixels of the drawing in a printed millimetre, and what is seen around the photo on each side. */
const perMm = 16;
const aroundMm = 5;
const width = (35 + 2 * aroundMm) * perMm;
const height = (45 + 2 * aroundMm) * perMm;

const keyMm = 0.5;
const keys: Readonly<Record<string, (cut: PhotoCut) => PhotoCut>> = {
  ArrowLeft: (cut) => moveHead(cut, -keyMm, 0),
  ArrowRight: (cut) => moveHead(cut, keyMm, 0),
  ArrowUp: (cut) => moveHead(cut, 0, -keyMm),
  ArrowDown: (cut) => moveHead(cut, 0, keyMm),
  '+': (cut) => enlargeHead(cut, 1.02),
  '-': (cut) => enlargeHead(cut, 1 / 1.02),
  '[': (cut) => turnHead(cut, -0.5),
  ']': (cut) => turnHead(cut, 0.5),
};

/** The picture under a frame that stands still: moved by one finger, sized by two, or by keys. */
export function CropPicture({ surroundings, cut, onChange }: CropPictureProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const fingers = useFingers({
    onMove: (x, y) => {
      const mm = width / (canvas.current?.clientWidth ?? width) / perMm;
      onChange((before) => moveHead(before, x * mm, y * mm));
    },
    onSpread: (factor) => onChange((before) => enlargeHead(before, factor)),
  });
  useEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (context) draw(context, surroundings, cut);
  }, [surroundings, cut]);
  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      className={styles.picture}
      role="application"
      aria-label={t('photo.review.crop.picture')}
      tabIndex={0}
      onKeyDown={(event) => {
        const change = keys[event.key];
        if (!change) return;
        event.preventDefault();
        onChange(change);
      }}
      {...fingers}
    />
  );
}

function draw(context: CanvasRenderingContext2D, { picture, x, y, width: kept }: TakeSurroundings, cut: PhotoCut): void {
  context.resetTransform();
  context.fillStyle = '#1a1a1a';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.scale((35 * perMm) / cut.widthPx, (35 * perMm) / cut.widthPx);
  context.rotate((-cut.rollDegrees * Math.PI) / 180);
  context.translate(x - cut.centre.x, y - cut.centre.y);
  context.scale(kept / picture.width, kept / picture.width);
  context.drawImage(picture, 0, 0);
  context.resetTransform();
  context.translate(aroundMm * perMm, aroundMm * perMm);
  drawFrame(context);
}

function drawFrame(context: CanvasRenderingContext2D): void {
  const shade = new Path2D();
  shade.rect(-aroundMm * perMm, -aroundMm * perMm, width, height);
  shade.rect(0, 0, 35 * perMm, 45 * perMm);
  context.fillStyle = 'rgb(0 0 0 / 55%)';
  context.fill(shade, 'evenodd');
  context.fillStyle = 'rgb(81 184 131 / 28%)';
  for (const { fromMm, toMm } of [headBands.crown, headBands.chin]) {
    context.fillRect(0, fromMm * perMm, 35 * perMm, (toMm - fromMm) * perMm);
  }
  context.strokeStyle = 'rgb(255 255 255 / 60%)';
  context.lineWidth = 2;
  context.setLineDash([8, 8]);
  context.strokeRect(17.5 * perMm, 0, 0, 45 * perMm);
  context.setLineDash([]);
  context.strokeStyle = '#fff';
  context.lineWidth = 3;
  context.strokeRect(0, 0, 35 * perMm, 45 * perMm);
}
