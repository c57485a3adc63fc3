import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import styles from './NumberPad.module.css';

const rows = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface NumberPadProps {
  readonly label: string;
  readonly onDigit: (digit: string) => void;
  readonly onErase: () => void;
  readonly onEraseAll: () => void;
}

/** Our own big number pad. A hardware keyboard types into it too, once it holds the focus. */
export function NumberPad({ label, onDigit, onErase, onEraseAll }: NumberPadProps) {
  const { t } = useTranslation();
  return (
    <div
      className={styles.pad}
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (/^\d$/.test(event.key)) onDigit(event.key);
        if (event.key === 'Backspace') onErase();
      }}
    >
      {rows.map((digit, index) => (
        <Button key={digit} className={styles.digit} onPress={() => onDigit(digit)} autoFocus={index === 0}>
          {digit}
        </Button>
      ))}
      <Button className={styles.erase} onPress={onErase}>
        {t('common.action.erase')}
      </Button>
      <Button className={styles.digit} onPress={() => onDigit('0')}>
        0
      </Button>
      <Button className={styles.erase} onPress={onEraseAll}>
        {t('common.action.eraseAll')}
      </Button>
    </div>
  );
}
