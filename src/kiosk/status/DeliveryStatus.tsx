import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { timeWords } from '../../i18n/day-words';
import { worded } from '../../i18n/start-i18n';
import { useRefusedCount, useTablet } from '../tablet/tablet-store';
import { Icon } from '../ui/Icon';
import styles from './StatusLine.module.css';

const DeliveryDialog = lazy(() => worded(import('./DeliveryDialog').then((module) => ({ default: module.DeliveryDialog }))));

/** How many wait, the last delivery, whether it moves; touched, it explains and offers what can be done. */
export function DeliveryStatus() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        className={styles.delivery}
        onPress={() => setIsOpen(true)}
        aria-label={t('common.status.label')}
        aria-describedby="delivery-status"
      >
        <span id="delivery-status" className={styles.figures}>
          <DeliveryWords />
        </span>
      </Button>
      <Suspense fallback={null}>{isOpen ? <DeliveryDialog onClose={() => setIsOpen(false)} /> : null}</Suspense>
    </>
  );
}

function DeliveryWords() {
  const { t } = useTranslation();
  const figures = useTablet((tablet) => tablet.figures);
  const phase = useTablet(({ delivery }) => delivery.phase);
  const isOnline = useTablet((tablet) => tablet.isOnline);
  const waitingVoids = useTablet(({ voids }) => voids.waiting);
  const refused = useRefusedCount();
  const isStuck = phase === 'resting' && figures.waiting > 0;
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
      {waitingVoids > 0 ? <span className={styles.chip}>{t('common.status.voids', { count: waitingVoids })}</span> : null}
      {refused > 0 ? <span className={styles.chip}>{t('common.status.refused', { count: refused })}</span> : null}
      <span>{phase === 'sending' ? t('common.status.sending') : <LastDelivery />}</span>
    </>
  );
}

/** By itself: while much is sent the time changes with every envelope, and is not shown. */
function LastDelivery() {
  const { t } = useTranslation();
  const atMs = useTablet(({ delivery }) => delivery.lastDeliveryAtMs);
  return atMs === null ? t('common.status.noDelivery') : t('common.status.lastDelivery', { time: timeWords(atMs) });
}
