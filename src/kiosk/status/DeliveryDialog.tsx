import { useTranslation } from 'react-i18next';
import { timeWords } from '../../i18n/day-words';
import type { DeliveryState } from '../../sync/delivery-state';
import { goTo, useSession } from '../session/session-store';
import { useServices } from '../tablet/tablet-services';
import { isWorkStopped, useTablet } from '../tablet/tablet-store';
import { ActionButton } from '../ui/ActionButton';
import { AskDialog } from '../ui/AskDialog';
import { Notice } from '../ui/Notice';
import styles from './DeliveryDialog.module.css';

/** Explains how sending stands and offers what can be done about it. */
export function DeliveryDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const services = useServices();
  const { figures, voids, delivery, isStorageKept, isOnline } = useTablet();
  const last = delivery.lastDeliveryAtMs === null ? t('delivery.none') : timeWords(delivery.lastDeliveryAtMs);
  const rows = [
    [t('delivery.waiting'), figures.waiting],
    [t('delivery.delivered'), figures.delivered],
    [t('delivery.refused'), figures.refused],
    ...(voids.waiting > 0 ? [[t('delivery.voidsWaiting'), voids.waiting] as const] : []),
    ...(voids.refused > 0 ? [[t('delivery.voidsRefused'), voids.refused] as const] : []),
    [t('delivery.last'), last],
  ] as const;
  return (
    <AskDialog
      title={t('delivery.title')}
      onDismiss={onClose}
      actions={
        <>
          <ByFile onLeave={onClose} />
          <ActionButton
            tone="outline"
            size="small"
            onPress={services.sendNow}
            isDisabled={figures.waiting + figures.refused + voids.waiting + voids.refused === 0 || delivery.phase === 'sending'}
          >
            {t('delivery.sendNow')}
          </ActionButton>
          <ActionButton size="small" onPress={onClose}>
            {t('common.action.close')}
          </ActionButton>
        </>
      }
    >
      <DeliveryReason delivery={delivery} isOnline={isOnline} />
      <dl className={styles.figures}>
        {rows.map(([name, value]) => (
          <div key={name} className={styles.figure}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.lead}>{t('delivery.lead')}</p>
      {isStorageKept === undefined ? null : (
        <p className={styles.lead}>{t(isStorageKept ? 'delivery.storageKept' : 'delivery.storageNotKept')}</p>
      )}
      {figures.refused + voids.refused > 0 ? <RefusedWay isVoidOnly={figures.refused === 0} onLeave={onClose} /> : null}
    </AskDialog>
  );
}

/** The way without a network, for a supervisor; never from within an application. */
function ByFile({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const isBetweenPeople = useSession(({ place }) => place.kind === 'home' || place.kind === 'counts');
  if (!isBetweenPeople) return null;
  const leave = (): void => {
    onLeave();
    goTo({ kind: 'transfer' });
  };
  return (
    <ActionButton tone="quiet" size="small" onPress={leave}>
      {t('delivery.byFile')}
    </ActionButton>
  );
}

function DeliveryReason({ delivery, isOnline }: { readonly delivery: DeliveryState; readonly isOnline: boolean }) {
  const { t } = useTranslation();
  const isStopped = useTablet(isWorkStopped);
  const { phase, reason, nextAttemptAtMs } = delivery;
  const shown = isOnline ? reason : 'offline';
  if (isOnline && (phase !== 'resting' || reason === null)) return <Notice tone="done">{t('delivery.reason.none')}</Notice>;
  const time = nextAttemptAtMs === null ? '' : timeWords(nextAttemptAtMs);
  const isEveryday = shown === 'offline' || shown === 'unreachable';
  return (
    <Notice tone="attention">
      {t(`delivery.reason.${shown ?? 'none'}`, { time })}
      {isEveryday && !isStopped ? t('delivery.goOn') : null}
    </Notice>
  );
}

/** Refused envelopes and voids stay on the tablet; between two people staff can look at each. */
function RefusedWay({ isVoidOnly, onLeave }: { readonly isVoidOnly: boolean; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const isBetweenPeople = useSession(({ place, isLocked }) => !isLocked && (place.kind === 'home' || place.kind === 'counts'));
  const leave = (): void => {
    onLeave();
    goTo({ kind: 'refused' });
  };
  return (
    <Notice
      tone="attention"
      action={
        isBetweenPeople ? (
          <ActionButton tone="outline" size="small" onPress={leave}>
            {t('delivery.refusedOpen')}
          </ActionButton>
        ) : null
      }
    >
      {t(isVoidOnly ? 'delivery.refusedVoidLead' : 'delivery.refusedLead')}
    </Notice>
  );
}
