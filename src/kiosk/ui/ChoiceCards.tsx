import { clsx } from 'clsx';
import { useId } from 'react';
import styles from './ChoiceCards.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

interface ChoiceCardsProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  /** How many stand beside each other where there is room. */
  readonly columns?: 2 | 3 | 5;
  readonly isLabelHidden?: boolean;
  /** `small` where several questions stand below each other. */
  readonly size?: 'action' | 'small';
}

/**
 * One of a few answers, each a card large enough for a thumb. The browser's own radio buttons: they need no script, and
 * these cards stand on the first screens.
 */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, value, choices, onChange, columns = 3, isLabelHidden = false, size = 'action' } = props;
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.group}>
      {isLabelHidden ? null : (
        <span aria-hidden className={styles.label}>
          {label}
        </span>
      )}
      <div className={clsx(styles.cards, styles[`columns${columns}`], size === 'small' && styles.small)}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.card}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span className={styles.name}>{choice.label}</span>
            {choice.hint ? <small className={styles.hint}>{choice.hint}</small> : null}
          </label>
        ))}
      </div>
    </div>
  );
}
