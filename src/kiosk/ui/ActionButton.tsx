import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './ActionButton.module.css';

interface ActionButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** One `primary` a screen; `quiet` for going back and the like. */
  readonly tone?: 'primary' | 'outline' | 'quiet' | 'danger';
  readonly size?: 'action' | 'small';
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** A button labelled with the verb of what happens. */
export function ActionButton({
  children,
  onPress,
  tone = 'primary',
  size = 'action',
  isDisabled = false,
  autoFocus = false,
}: ActionButtonProps) {
  return (
    <Button
      className={clsx(styles.button, styles[tone], styles[size])}
      onPress={onPress}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
    >
      {children}
    </Button>
  );
}
