import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberPad } from '../ui/NumberPad';
import { ActionButton } from '../ui/ActionButton';
import { Notice } from '../ui/Notice';
import styles from './PinEntry.module.css';
import { usePinCheck } from './use-pin-check';

const longestPin = 12;

interface PinEntryProps {
  readonly label: string;
  /** Argon2id verifiers of everybody whose PIN is good here. */
  readonly verifiers: readonly string[];
  readonly onCorrect: () => void;
  /** What is asked, beside the pad: so that pad and button stand on one screen. */
  readonly children?: ReactNode;
}

/** Asks for a PIN on our own pad. The digits are never shown and never leave this component. */
export function PinEntry({ label, verifiers, onCorrect, children }: PinEntryProps) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const { problem, waitSeconds, isChecking, check } = usePinCheck(verifiers, onCorrect);
  const submit = (): void => {
    check(pin);
    setPin('');
  };
  return (
    <div className={styles.entry}>
      <div className={styles.words}>
        {children}
        <h2>{label}</h2>
        <div className={styles.dots} role="status" aria-label={t('session.signIn.pinLength', { count: pin.length })}>
          {[...pin].map((_, index) => (
            <span key={index} className={styles.dot} />
          ))}
        </div>
        {problem === 'wrong' || problem === 'failed' ? <Notice tone="error">{t(`session.signIn.${problem}Pin`)}</Notice> : null}
        {waitSeconds > 0 ? <Notice tone="attention">{t('session.signIn.waitPin', { seconds: waitSeconds })}</Notice> : null}
      </div>
      <div className={styles.pad}>
        <NumberPad
          label={t('session.signIn.pin')}
          onDigit={(digit) => setPin((current) => (current + digit).slice(0, longestPin))}
          onErase={() => setPin((current) => current.slice(0, -1))}
          onEraseAll={() => setPin('')}
        />
        <ActionButton onPress={submit} isDisabled={pin === '' || isChecking || waitSeconds > 0}>
          {isChecking ? t('session.signIn.checking') : t('common.action.ok')}
        </ActionButton>
      </div>
    </div>
  );
}
