import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applicationIdLength, parseApplicationId } from '../../../domain/form/application-id';
import { changeDraft, changeTypedId, useSession } from '../../session/session-store';
import { goForward } from '../../session/wizard-moves';
import { NumberPad } from '../../ui/NumberPad';
import { Notice } from '../../ui/Notice';
import { DigitGroups } from './DigitGroups';
import styles from './FormStep.module.css';

/** The 23 digits typed in groups, twice: a wrong ID means the card is not issued. */
export function ManualApplicationId() {
  const { t } = useTranslation();
  const { first, second } = useSession((session) => session.typedId);
  const [hasMismatch, setHasMismatch] = useState(false);
  const isSecond = first.length === applicationIdLength;
  const current = isSecond ? second : first;

  const type = (digit: string): void => {
    if (current.length === applicationIdLength) return;
    setHasMismatch(false);
    const next = (current + digit).slice(0, applicationIdLength);
    changeTypedId(isSecond ? { first, second: next } : { first: next, second });
    if (!isSecond) return;
    if (next.length === applicationIdLength) finish(next);
  };
  const finish = (typedAgain: string): void => {
    const applicationId = parseApplicationId(typedAgain);
    if (typedAgain !== first || !applicationId) {
      setHasMismatch(true);
      return;
    }
    changeDraft({ applicationId, applicationIdSource: 'typed' });
    goForward();
  };
  const erase = (): void => {
    setHasMismatch(false);
    changeTypedId(isSecond && second !== '' ? { first, second: second.slice(0, -1) } : { first: first.slice(0, -1), second });
  };
  const eraseAll = (): void => {
    setHasMismatch(false);
    changeTypedId({ first: isSecond && second !== '' ? first : '', second: '' });
  };
  return (
    <div className={styles.manual}>
      <div className={styles.typed}>
        <h1>{t(isSecond ? 'wizard.form.typeSecond' : 'wizard.form.typeFirst')}</h1>
        <DigitGroups digits={current} compareWith={hasMismatch ? first : undefined} />
        <p role="status">
          {current.length === applicationIdLength
            ? t('wizard.form.complete')
            : t('wizard.form.remaining', { count: applicationIdLength - current.length })}
        </p>
        {hasMismatch ? <Notice tone="error">{t('wizard.form.mismatch')}</Notice> : null}
      </div>
      <NumberPad label={t('wizard.form.applicationId')} onDigit={type} onErase={erase} onEraseAll={eraseAll} />
    </div>
  );
}
