import { useTranslation } from 'react-i18next';
import type { GroupProgress } from '../../../domain/roster/check-in';
import styles from './GroupFigures.module.css';

/** How far the group is, in numbers and as one bar. */
export function GroupFigures({ progress }: { readonly progress: GroupProgress }) {
  const { t } = useTranslation();
  const states = ['expected', 'arrived', 'sealed', 'declined'] as const;
  return (
    <div className={styles.figures}>
      <progress className={styles.bar} max={progress.total} value={progress.sealed + progress.declined} />
      <dl className={styles.list}>
        {states.map((state) => (
          <div key={state}>
            <dt>{t(`group.state.${state}`)}</dt>
            <dd>{progress[state]}</dd>
          </div>
        ))}
        <div>
          <dt>{t('group.total')}</dt>
          <dd>{progress.total}</dd>
        </div>
      </dl>
    </div>
  );
}
