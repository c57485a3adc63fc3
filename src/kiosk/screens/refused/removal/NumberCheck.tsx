import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../../../queue/entry';
import { ActionButton } from '../../../ui/ActionButton';
import { NumberPad } from '../../../ui/NumberPad';
import styles from './RemovalScreen.module.css';

interface NumberCheckProps {
  readonly entry: Entry;
  readonly onMatched: () => void;
}

/** The last question is answered by typing the application's own number: it cannot be touched through. */
export function NumberCheck({ entry: { receptionNumber }, onMatched }: NumberCheckProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const counter = receptionNumber.split('-')[1] ?? '';
  return (
    <div className={styles.check}>
      <div className={styles.step}>
        <h1>{t('refused.removal.number')}</h1>
        <p className={styles.number}>{receptionNumber}</p>
        <p className={styles.soft}>{t('refused.removal.numberLead')}</p>
        <p className={styles.typed} role="status" aria-label={t('refused.removal.typed')}>
          {typed.padEnd(counter.length, '_')}
        </p>
      </div>
      <div className={styles.step}>
        <NumberPad
          label={t('refused.removal.number')}
          onDigit={(digit) => setTyped((current) => (current + digit).slice(0, counter.length))}
          onErase={() => setTyped((current) => current.slice(0, -1))}
          onEraseAll={() => setTyped('')}
        />
        <ActionButton tone="danger" onPress={onMatched} isDisabled={typed !== counter}>
          {t('refused.removal.remove')}
        </ActionButton>
      </div>
    </div>
  );
}
