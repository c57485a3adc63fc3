import { useTranslation } from 'react-i18next';
import { monthDayWords, timeWords } from '../../../i18n/day-words';
import type { Entry, Refusal } from '../../../queue/entry';
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

/** One refused application: number, time, why, and what to do next. */
export function RefusedCard({ entry, onSendAgain, onSave, onRemove }: RefusedCardProps) {
  const { t } = useTranslation();
  const why = explained.find((code) => code === entry.refusal) ?? 'other';
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
        <dd>{t(`refused.nextStep.${why}`)}</dd>
      </dl>
      <div className={styles.actions}>
        <ActionButton tone="outline" size="small" onPress={() => onSendAgain(entry)}>
          {t('refused.sendAgain')}
        </ActionButton>
        {onSave ? (
          <ActionButton tone="outline" size="small" onPress={() => onSave(entry)}>
            {t('refused.save')}
          </ActionButton>
        ) : null}
        <ActionButton tone="quiet" size="small" onPress={() => onRemove(entry)}>
          {t('refused.remove')}
        </ActionButton>
      </div>
    </li>
  );
}
