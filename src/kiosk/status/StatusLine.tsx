import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { monthDayWords, timeWords } from '../../i18n/day-words';
import { useSession } from '../session/session-store';
import { useTablet } from '../tablet/tablet-store';
import { Icon } from '../ui/Icon';
import styles from './StatusLine.module.css';

const DeliveryDialog = lazy(() => import('./DeliveryDialog').then((module) => ({ default: module.DeliveryDialog })));

/** Always there for staff: opening and attendant, what waits, the last delivery, and why it is not moving. */
export function StatusLine() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
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
      <Button
        className={styles.delivery}
        onPress={() => setIsOpen(true)}
        aria-label={t('common.status.label')}
        aria-describedby="status-line"
      >
        <span id="status-line" className={styles.figures}>
          <DeliveryWords />
        </span>
      </Button>
      {attendant ? <span>{attendant.name}</span> : null}
      <Suspense fallback={null}>{isOpen ? <DeliveryDialog onClose={() => setIsOpen(false)} /> : null}</Suspense>
    </>
  );
}

function DeliveryWords() {
  const { t } = useTranslation();
  const figures = useTablet((tablet) => tablet.figures);
  const delivery = useTablet((tablet) => tablet.delivery);
  const isOnline = useTablet((tablet) => tablet.isOnline);
  const isStuck = delivery.phase === 'resting' && figures.waiting > 0;
  const waiting = figures.waiting > 0 ? t('common.status.waiting', { count: figures.waiting }) : t('common.status.allDelivered');
  return (
    <>
      {isOnline && !isStuck ? (
        <span className={styles.ok}>
          <Icon name="check" size={18} />
        </span>
      ) : (
        <span className={styles.chip}>
          <Icon name="attention" size={18} />
          {t(isOnline ? 'common.status.trouble' : 'common.status.offline')}
        </span>
      )}
      <span>{waiting}</span>
      {figures.refused > 0 ? <span className={styles.chip}>{t('common.status.refused', { count: figures.refused })}</span> : null}
      <span>{delivery.phase === 'sending' ? t('common.status.sending') : lastDelivery(t, delivery.lastDeliveryAtMs)}</span>
    </>
  );
}

function lastDelivery(t: ReturnType<typeof useTranslation>['t'], atMs: number | null): string {
  return atMs === null ? t('common.status.noDelivery') : t('common.status.lastDelivery', { time: timeWords(atMs) });
}
