import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import styles from './Notice.module.css';

export type NoticeTone = 'info' | 'done' | 'attention' | 'error';

const icons: Readonly<Record<NoticeTone, IconName>> = { info: 'info', done: 'check', attention: 'attention', error: 'attention' };

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A message beside its cause: icon, colour and words together. Errors and warnings are announced. */
export function Notice({ tone, children, action }: NoticeProps) {
  return (
    <div className={clsx(styles.notice, styles[tone])} role={tone === 'info' || tone === 'done' ? 'status' : 'alert'}>
      <span className={styles.icon}>
        <Icon name={icons[tone]} size={22} />
      </span>
      <div className={styles.words}>{children}</div>
      {action}
    </div>
  );
}
