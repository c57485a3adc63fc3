import { clsx } from 'clsx';
import { cutForHead } from '../../../../domain/photo/crop/face-cut';
import { cutHeightPx, type PhotoCut } from '../../../../domain/photo/crop/photo-cut';
import { cutOfGuide } from '../../../../domain/photo/guide-crop';
import type { CoachedView } from '../../../photo-room/use-coach';
import styles from '../PhotoStep.module.css';

interface LiveGuideProps {
  readonly video: HTMLVideoElement;
  readonly view: CoachedView | undefined;
  readonly isMirrored: boolean;
}

/**
 * What the shutter will take: the cut that follows the head once there is one, before that the guide in which a
 * head belongs. The head's outline stands where crown and chin will be in print, as large as this head.
 */
export function LiveGuide({ video, view, isMirrored }: LiveGuideProps) {
  const frame = { width: video.videoWidth, height: video.videoHeight };
  const head = view?.analysis.head;
  const cut = head ? cutForHead(head, view.analysis.measures.rollDegrees ?? 0) : cutOfGuide(frame);
  const isGood = view?.coaching.instruction.said === 'hold';
  const perMm = cut.widthPx / 35;
  return (
    <svg
      className={clsx(styles.guide, isMirrored && styles.mirrored)}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      {...frame}
      data-state={isGood ? 'good' : head ? 'following' : 'waiting'}
      aria-hidden="true"
    >
      <path d={`M0 0H${frame.width}V${frame.height}H0Z ${rectanglePath(cut)}`} className={styles.shade} />
      <path d={rectanglePath(cut)} className={styles.cut} strokeWidth={perMm * 0.5} />
      <path d={personPath(cut)} className={styles.person} strokeWidth={perMm * 0.3} strokeDasharray={`${perMm} ${perMm}`} />
    </svg>
  );
}

/** A point of the photo, in printed mm from its top left, in pixels of the frame. */
function pointIn(cut: PhotoCut): (xMm: number, yMm: number) => string {
  const turn = (cut.rollDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const perMm = cut.widthPx / 35;
  return (xMm, yMm) => {
    const x = xMm * perMm - cut.widthPx / 2;
    const y = yMm * perMm - cutHeightPx(cut) / 2;
    return `${(cut.centre.x + x * cos - y * sin).toFixed(1)} ${(cut.centre.y + x * sin + y * cos).toFixed(1)}`;
  };
}

function rectanglePath(cut: PhotoCut): string {
  const at = pointIn(cut);
  return `M${at(0, 0)}L${at(35, 0)}L${at(35, 45)}L${at(0, 45)}Z`;
}

/** Crown at 4 mm, chin at 38 mm, and shoulders below: proportions of a head, drawn in print's millimetres. */
function personPath(cut: PhotoCut): string {
  const at = pointIn(cut);
  const head = `M${at(17.5, 4)}C${at(25, 4)} ${at(29.5, 9.5)} ${at(29.2, 18)}C${at(29, 28)} ${at(23.5, 38)} ${at(17.5, 38)}`;
  const otherSide = `C${at(11.5, 38)} ${at(6, 28)} ${at(5.8, 18)}C${at(5.5, 9.5)} ${at(10, 4)} ${at(17.5, 4)}Z`;
  const leftShoulder = `M${at(11, 35)}C${at(11, 40)} ${at(4, 40)} ${at(0, 43)}`;
  const rightShoulder = `M${at(24, 35)}C${at(24, 40)} ${at(31, 40)} ${at(35, 43)}`;
  return head + otherSide + leftShoulder + rightShoulder;
}
