import { clsx } from 'clsx';
import { Icon } from './Icon';
import styles from './ToggleCard.module.css';

interface ToggleCardProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** `small` where a dozen stand beside each other. */
  readonly size?: 'action' | 'small';
}

/** Something that is there or not, as a card large enough for a thumb. The browser's own checkbox. */
export function ToggleCard({ label, hint, isSelected, onChange, size = 'action' }: ToggleCardProps) {
  return (
    <label className={clsx(styles.card, size === 'small' && styles.small)}>
      <input
        type="checkbox"
        className={styles.input}
        aria-label={label}
        checked={isSelected}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={styles.box} aria-hidden="true">
        {isSelected ? <Icon name="check" size={22} /> : null}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{label}</span>
        {hint ? <small className={styles.hint}>{hint}</small> : null}
      </span>
    </label>
  );
}
