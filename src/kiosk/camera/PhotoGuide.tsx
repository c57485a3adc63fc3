import { guideFor } from '../../domain/photo/guide-crop';
import styles from './CameraView.module.css';

const crownMm = 4;
const chinMm = 38;
const headWidthMm = 24;

/**
 * The 35:45 guide over the live picture: exactly what the shutter will take, with a faint head where crown and
 * chin belong (34 mm from 4 mm below the top: a guide, not a law).
 */
export function PhotoGuide({ video }: { readonly video: HTMLVideoElement }) {
  const frame = { width: video.videoWidth, height: video.videoHeight };
  const { x, y, width, height } = guideFor(frame);
  const perMm = width / 35;
  const centreX = x + width / 2;
  const centreY = y + ((crownMm + chinMm) / 2) * perMm;
  return (
    <svg className={styles.overlay} viewBox={`0 0 ${frame.width} ${frame.height}`} {...frame} aria-hidden="true">
      <path
        d={`M0 0H${frame.width}V${frame.height}H0Z M${x} ${y}v${height}h${width}v${-height}Z`}
        fill="#000"
        fillOpacity="0.45"
        fillRule="evenodd"
      />
      <rect x={x} y={y} width={width} height={height} rx={perMm * 0.6} fill="none" stroke="#51b883" strokeWidth={perMm * 0.35} />
      <ellipse
        cx={centreX}
        cy={centreY}
        rx={(headWidthMm / 2) * perMm}
        ry={((chinMm - crownMm) / 2) * perMm}
        fill="none"
        stroke="#fff"
        strokeOpacity="0.8"
        strokeWidth={perMm * 0.2}
        strokeDasharray={`${perMm} ${perMm}`}
      />
    </svg>
  );
}
