import { clsx } from 'clsx';
import { applicationIdLength, groupApplicationId } from '../../../domain/form/application-id';
import styles from './DigitGroups.module.css';

/** As wide as a digit. */
const blank = '\u2007';

interface DigitGroupsProps {
  readonly digits: string;
  /** Marks the groups that differ from these digits. */
  readonly compareWith: string | undefined;
}

/** 23 places in groups, filled from the left; the group being typed is underlined. */
export function DigitGroups({ digits, compareWith }: DigitGroupsProps) {
  const groups = groupApplicationId(digits.padEnd(applicationIdLength, blank));
  const others = compareWith === undefined ? groups : groupApplicationId(compareWith);
  const current = groups.findIndex((group) => group.includes(blank));
  return (
    <p className={styles.groups} translate="no">
      {groups.map((group, index) => (
        <span
          key={index}
          className={clsx(styles.group, index === current && styles.current, group !== others[index] && styles.differs)}
        >
          {group}
        </span>
      ))}
    </p>
  );
}
