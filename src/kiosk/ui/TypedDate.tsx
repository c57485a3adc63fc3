import { useTranslation } from 'react-i18next';
import styles from './TypedDate.module.css';

const dateFields = ['year', 'month', 'day'] as const;
type DateField = (typeof dateFields)[number];

interface TypedDateProps {
  readonly fields: Readonly<Record<DateField, string>>;
  /** Where the next digit goes; undefined once the date is whole. */
  readonly next: DateField | undefined;
}

/** A date as it is typed, digits large enough to be checked by eye across a table. */
export function TypedDate({ fields, next }: TypedDateProps) {
  const { t } = useTranslation();
  return (
    <p className={styles.date} role="status">
      {dateFields.map((field) => (
        <span key={field} className={styles.field}>
          <strong className={styles.digits}>{fields[field]}</strong>
          {field === next ? <span className={styles.cursor} aria-hidden="true" /> : null}
          <span className={styles.unit}>{t(`wizard.person.${field}`)}</span>
        </span>
      ))}
    </p>
  );
}
