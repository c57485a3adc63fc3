import { scanRegionShare } from '../../capture/scan-codes-region';
import styles from './CameraView.module.css';

/** The square in which codes are looked for, drawn in the frame's own proportions. */
export function ScanFrame({ video }: { readonly video: HTMLVideoElement | undefined }) {
  const width = video?.videoWidth || 16;
  const height = video?.videoHeight || 9;
  const edge = Math.min(width, height) * scanRegionShare;
  const x = (width - edge) / 2;
  const y = (height - edge) / 2;
  const round = edge * 0.03;
  const side = edge - 2 * round;
  const corner = (dx: number, dy: number): string => `a${round} ${round} 0 0 1 ${dx * round} ${dy * round}`;
  const [top, right, bottom, left] = [corner(1, 1), corner(-1, 1), corner(-1, -1), corner(1, -1)];
  const hole = `M${x + round} ${y}h${side}${top}v${side}${right}h${-side}${bottom}v${-side}${left}Z`;
  return (
    <svg className={styles.overlay} viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <path d={`M0 0H${width}V${height}H0Z ${hole}`} fill="#000" fillOpacity="0.38" fillRule="evenodd" />
      <path d={hole} fill="none" stroke="#fff" strokeWidth={edge * 0.008} />
    </svg>
  );
}
