import styles from './SealedScreen.module.css';

/** The page becomes an envelope that closes: once, 200 ms, still where motion is reduced. */
export function ClosingEnvelope() {
  return (
    <svg className={styles.drawing} viewBox="0 0 240 160" aria-hidden="true">
      <rect x="4" y="20" width="232" height="136" rx="10" className={styles.paper} />
      <path d="M6 28 L120 104 L234 28" className={styles.flap} />
      <g className={styles.seal}>
        <circle cx="120" cy="104" r="24" className={styles.wax} />
        <path d="M109 104l8 8 15-16" className={styles.tick} />
      </g>
    </svg>
  );
}
