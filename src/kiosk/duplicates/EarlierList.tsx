import { useTranslation } from 'react-i18next';
import type { EarlierApplication } from '../../domain/application/duplicate';
import { monthDayWords, timeWords } from '../../i18n/day-words';
import { useSession } from '../session/session-store';
import { useConfiguration } from '../tablet/tablet-store';
import styles from './EarlierList.module.css';

const mostShown = 3;

/** When and where each was taken and under which number; nothing of whose it is. */
export function EarlierList({ earlier }: { readonly earlier: readonly EarlierApplication[] }) {
  const { t } = useTranslation();
  const today = useSession((session) => session.opening?.day);
  const { openings } = useConfiguration();
  const placeOf = ({ openingId }: EarlierApplication): string => {
    const opening = openings.find(({ id }) => id === openingId);
    return opening ? t('duplicate.place', { venue: opening.venue, title: opening.title }) : t('duplicate.otherPlace');
  };
  const timeOf = ({ day, sealedAtMs }: EarlierApplication): string => {
    const time = timeWords(sealedAtMs);
    return day === today ? t('duplicate.today', { time }) : t('duplicate.otherDay', { day: monthDayWords(t, day), time });
  };
  return (
    <>
      <ul className={styles.list}>
        {earlier.slice(0, mostShown).map((application) => (
          <li key={application.envelopeId} className={styles.earlier}>
            <strong>{timeOf(application)}</strong>
            <span>{placeOf(application)}</span>
            <span className={styles.facts}>
              {t('duplicate.number')} <b translate="no">{application.receptionNumber}</b>
              <small>{t(application.isOfThisTablet ? 'duplicate.thisTablet' : 'duplicate.otherTablet')}</small>
            </span>
          </li>
        ))}
      </ul>
      {earlier.length > mostShown ? <p>{t('duplicate.further', { count: earlier.length - mostShown })}</p> : null}
    </>
  );
}
