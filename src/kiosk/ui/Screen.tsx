import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import styles from './Screen.module.css';

interface ScreenProps {
  /** One line at the top: where we are, or how sending stands. */
  readonly bar?: ReactNode;
  /** Bottom left: the way back. */
  readonly back?: ReactNode;
  /** Secondary actions, left of the primary. */
  readonly actions?: ReactNode;
  /** The one primary action: bottom right, in portrait across the bottom. */
  readonly primary?: ReactNode;
  readonly children: ReactNode;
  /** `centre` for short content, `wide` where it uses the whole width. */
  readonly layout?: 'wide' | 'centre';
}

/** The frame of every screen: line, content, and actions that never change their place. */
export function Screen({ bar, back, actions, primary, children, layout = 'wide' }: ScreenProps) {
  return (
    <div className={styles.screen}>
      <header className={styles.bar}>{bar}</header>
      <main className={clsx(styles.main, styles[layout])}>{children}</main>
      {back || actions || primary ? (
        <footer className={styles.foot}>
          <div className={styles.back}>{back}</div>
          <div className={styles.actions}>{actions}</div>
          {primary ? <div className={styles.primary}>{primary}</div> : null}
        </footer>
      ) : null}
    </div>
  );
}
