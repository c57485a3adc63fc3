import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { CheckInState } from '../../../domain/roster/check-in';
import type { RosterRow } from '../../../domain/roster/find-people';
import { eraDateWords } from '../../../i18n/era-words';
import styles from './PersonRow.module.css';

interface PersonRowProps {
  readonly row: RosterRow;
  readonly state: CheckInState | undefined;
  readonly onServe: () => void;
  readonly onMore: () => void;
}

/** One person: a touch begins the application; the small button beside it is for everything else. */
export function PersonRow({ row: { person }, state, onServe, onMore }: PersonRowProps) {
  const { t } = useTranslation();
  return (
    <li className={clsx(styles.row, state && styles[state])}>
      <Button className={styles.serve} onPress={onServe} isDisabled={state === 'sealed'}>
        <span className={styles.name} translate="no">
          {person.name}
        </span>
        <span className={styles.kana} translate="no">
          {person.kana}
        </span>
        <span className={styles.facts}>{[person.number, eraDateWords(t, person.birthDate)].filter(Boolean).join(' / ')}</span>
        <span className={styles.state}>{t(`group.state.${state ?? 'expected'}`)}</span>
      </Button>
      <Button className={styles.more} aria-label={t('group.more', { name: person.name })} onPress={onMore}>
        …
      </Button>
    </li>
  );
}
