import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './PrintOnly.module.css';

/** What is on paper in place of the whole page, while it is there; invisible on screen. */
export function PrintOnly({ children }: { readonly children: ReactNode }) {
  return createPortal(
    <div className={styles.paper} aria-hidden>
      {children}
    </div>,
    document.body,
  );
}
