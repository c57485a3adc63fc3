import { useTranslation } from 'react-i18next';
import { fileTimeWords, monthDayTimeWords } from '../../../i18n/time-words';
import { SupervisorGate } from '../../pin/SupervisorGate';
import { goTo } from '../../session/session-store';
import { useIdleLock } from '../../session/use-idle-lock';
import { StatusLine } from '../../status/StatusLine';
import { useTablet } from '../../tablet/tablet-store';
import { useTransfer } from '../../transfer/use-transfer';
import { ActionButton } from '../../ui/ActionButton';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Screen } from '../../ui/Screen';
import { PartRow } from './PartRow';
import { ReceiptsSection } from './ReceiptsSection';
import styles from './TransferScreen.module.css';

const toHome = (): void => goTo({ kind: 'home' });

/** ファイルで届ける, for a supervisor. */
export function TransferScreen() {
  const { t } = useTranslation();
  useIdleLock();
  return (
    <SupervisorGate title={t('transfer.title')} onBack={toHome}>
      <Transfer />
    </SupervisorGate>
  );
}

/** The queue out as files, and the receipts back in. */
function Transfer() {
  const { t } = useTranslation();
  const station = useTablet((tablet) => tablet.station?.stationCode ?? '');
  const control = useTransfer();
  const { transfer, parts, leftOut, isBusy } = control;
  const count = parts.length;
  const nameOf = (part: number, madeAtMs: number): string =>
    t('transfer.fileName', { station, time: fileTimeWords(madeAtMs), part: part + 1, parts: count });
  return (
    <Screen
      bar={<StatusLine />}
      back={
        <ActionButton tone="quiet" onPress={toHome} isDisabled={isBusy}>
          <Icon name="back" />
          {t('common.action.back')}
        </ActionButton>
      }
    >
      <h1>{t('transfer.title')}</h1>
      <p className={styles.lead}>{t('transfer.lead')}</p>
      <div className={styles.sections}>
        <section className={styles.section}>
          {transfer === undefined ? <p role="status">{t('transfer.reading')}</p> : null}
          {transfer && count === 0 ? <p className={styles.empty}>{t('transfer.nothing')}</p> : null}
          {transfer && count > 0 ? (
            <ol className={styles.parts}>
              {parts.map((state, part) => (
                <PartRow
                  key={part}
                  title={count === 1 ? t('transfer.only') : t('transfer.part', { part: part + 1, parts: count })}
                  items={transfer.plan.parts[part] ?? []}
                  state={state}
                  isDisabled={isBusy}
                  onSave={() => control.save(part, nameOf(part, transfer.plan.madeAtMs))}
                  onGive={() => control.give(part)}
                  onCancel={control.cancel}
                />
              ))}
            </ol>
          ) : null}
          {leftOut > 0 ? <Notice tone="error">{t('transfer.leftOut', { count: leftOut })}</Notice> : null}
          <p className={styles.note}>
            {t('transfer.keep')}{' '}
            {typeof transfer?.lastGivenAtMs === 'number'
              ? t('transfer.last', { time: monthDayTimeWords(transfer.lastGivenAtMs) })
              : null}
          </p>
        </section>
        {transfer ? <ReceiptsSection desk={transfer.desk} isDisabled={isBusy} onTaken={control.reload} /> : null}
      </div>
    </Screen>
  );
}
