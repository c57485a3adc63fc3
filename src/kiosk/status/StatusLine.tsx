import { useTranslation } from 'react-i18next';
import { monthDayWords } from '../../i18n/day-words';
import { useSession } from '../session/session-store';
import { DeliveryStatus } from './DeliveryStatus';
import styles from './StatusLine.module.css';

/** Always there for staff: opening and attendant, and how delivery stands. */
export function StatusLine() {
  const { t } = useTranslation();
  const opening = useSession((session) => session.opening);
  const attendant = useSession((session) => session.attendant);
  return (
    <>
      {opening ? (
        <span className={styles.place}>
          <strong className={styles.venue}>{opening.venue}</strong>
          <span>{opening.title}</span>
          <span>{monthDayWords(t, opening.day)}</span>
        </span>
      ) : (
        <strong className={styles.venue}>{t('common.product')}</strong>
      )}
      <DeliveryStatus />
      {attendant ? <span>{attendant.name}</span> : null}
    </>
  );
}
