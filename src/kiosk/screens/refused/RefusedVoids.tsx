import { useTranslation } from 'react-i18next';
import { monthDayTimeWords } from '../../../i18n/time-words';
import type { ProblemCode } from '../../../protocol/problem';
import type { VoidRecord } from '../../../queue/voids/void-store';
import { ActionButton } from '../../ui/ActionButton';
import styles from './RefusedScreen.module.css';

interface RefusedVoidsProps {
  readonly voids: readonly VoidRecord[];
  readonly onSendAgain: (refused: VoidRecord) => void;
}

const explained = ['void-not-allowed', 'void-invalid'] as const satisfies readonly ProblemCode[];

/** Voids that the server did not take: each application still stands, so a clerk must hear of it. */
export function RefusedVoids({ voids, onSendAgain }: RefusedVoidsProps) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className={styles.voids}>{t('refused.voids')}</h2>
      <ul className={styles.list}>
        {voids.map((refused) => (
          <RefusedVoid key={refused.envelopeId} refused={refused} onSendAgain={() => onSendAgain(refused)} />
        ))}
      </ul>
    </section>
  );
}

function RefusedVoid({ refused, onSendAgain }: { readonly refused: VoidRecord; readonly onSendAgain: () => void }) {
  const { t } = useTranslation();
  const why = explained.find((code) => code === refused.refusal) ?? 'other';
  return (
    <li className={styles.card}>
      <div>
        <h3 className={styles.number}>{refused.receptionNumber}</h3>
        <small className={styles.soft}>{t('refused.voidedAt', { time: monthDayTimeWords(refused.voidedAtMs) })}</small>
      </div>
      <dl className={styles.words}>
        <dt>{t('refused.why')}</dt>
        <dd>{t(`refused.voidReason.${why}`, { code: refused.refusal ?? '' })}</dd>
        <dt>{t('refused.next')}</dt>
        <dd>{t(`refused.voidNextStep.${why === 'void-not-allowed' ? why : 'other'}`)}</dd>
      </dl>
      <div className={styles.actions}>
        <ActionButton tone="outline" size="small" onPress={onSendAgain}>
          {t('refused.sendAgain')}
        </ActionButton>
      </div>
    </li>
  );
}
