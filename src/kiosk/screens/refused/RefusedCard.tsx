import { useTranslation } from 'react-i18next';
import { monthDayWords, timeWords } from '../../../i18n/day-words';
import type { Entry, Refusal } from '../../../queue/entry';
import { goTo } from '../../session/session-store';
import { ActionButton } from '../../ui/ActionButton';
import styles from './RefusedScreen.module.css';

interface RefusedCardProps {
  readonly entry: Entry;
  readonly onSendAgain: (entry: Entry) => void;
  /** Undefined for those who may not. */
  readonly onSave: ((entry: Entry) => void) | undefined;
  readonly onRemove: (entry: Entry) => void;
}

const explained = [
  'envelope-conflict',
  'body-too-large',
  'manifest-invalid',
  'bytes-unreadable',
] as const satisfies readonly Refusal[];

/** Of what lies in a file, how far it came counts; for the rest, what stands against it. */
function reasonOf({ refusal, inFile }: Entry) {
  if (inFile) return inFile.savedAtMs === null ? 'reserved' : 'kept-in-file';
  return explained.find((code) => code === refusal) ?? 'other';
}

/** One refused application: number, time, why, and what to do next. */
export function RefusedCard(props: RefusedCardProps) {
  const { t } = useTranslation();
  const { entry } = props;
  const why = reasonOf(entry);
  return (
    <li className={styles.card}>
      <div>
        <h2 className={styles.number}>{entry.receptionNumber}</h2>
        <small className={styles.soft}>
          {t('refused.sealedAt', { day: monthDayWords(t, entry.day), time: timeWords(entry.sealedAtMs) })}
        </small>
      </div>
      <dl className={styles.words}>
        <dt>{t('refused.why')}</dt>
        <dd>{t(`refused.reason.${why}`, { code: entry.refusal ?? '' })}</dd>
        <dt>{t('refused.next')}</dt>
        <dd>{t(`refused.nextStep.${why}`, { time: timeWords(entry.inFile?.savedAtMs ?? entry.sealedAtMs) })}</dd>
      </dl>
      <div className={styles.actions}>
        <WaysOn {...props} />
      </div>
    </li>
  );
}

/** What lies in a file can neither be sent nor saved from here. */
function WaysOn({ entry, onSendAgain, onSave, onRemove }: RefusedCardProps) {
  const { t } = useTranslation();
  return (
    <>
      {entry.inFile ? null : (
        <ActionButton tone="outline" size="small" onPress={() => onSendAgain(entry)}>
          {t('refused.sendAgain')}
        </ActionButton>
      )}
      {entry.inFile?.savedAtMs ? (
        <ActionButton tone="outline" size="small" onPress={() => goTo({ kind: 'transfer' })}>
          {t('refused.toTransfer')}
        </ActionButton>
      ) : null}
      {onSave && !entry.inFile ? (
        <ActionButton tone="outline" size="small" onPress={() => onSave(entry)}>
          {t('refused.save')}
        </ActionButton>
      ) : null}
      <ActionButton tone="quiet" size="small" onPress={() => onRemove(entry)}>
        {t('refused.remove')}
      </ActionButton>
    </>
  );
}
