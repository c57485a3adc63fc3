import { clsx } from 'clsx';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
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
}

/** One of a few answers, each a card large enough for a thumb. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, value, choices, onChange, columns = 3, isLabelHidden = false } = props;
  return (
    <RadioGroup
      className={styles.group}
      value={value}
      onChange={(next) => {
        const chosen = choices.find((choice) => choice.value === next);
        if (chosen) onChange(chosen.value);
      }}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {isLabelHidden ? null : <Label className={styles.label}>{label}</Label>}
      <div className={clsx(styles.cards, styles[`columns${columns}`])}>
        {choices.map((choice) => (
          <RadioField key={choice.value} value={choice.value} className={styles.choice}>
            <RadioButton className={styles.card}>
              <span className={styles.name}>{choice.label}</span>
              {choice.hint ? <small className={styles.hint}>{choice.hint}</small> : null}
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
