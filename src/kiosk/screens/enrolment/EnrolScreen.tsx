import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { releaseCamera } from '../../camera/camera-room';
import { CodeScanner } from '../../camera/CodeScanner';
import { type EnrolProblem, useServices } from '../../tablet/tablet-services';
import { ActionButton } from '../../ui/ActionButton';
import { Notice } from '../../ui/Notice';
import { Screen } from '../../ui/Screen';
import { TextEntry } from '../../ui/TextEntry';
import styles from './EnrolScreen.module.css';

/** First run: the tablet joins its office by a one-time code, scanned or typed. */
export function EnrolScreen() {
  const { t } = useTranslation();
  const { enrol } = useServices();
  const [isTyping, setIsTyping] = useState(false);
  const [code, setCode] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<EnrolProblem>();
  useEffect(() => releaseCamera, []);
  const submit = (text: string): void => {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(undefined);
    void enrol(text).then((failed) => {
      setIsBusy(false);
      setProblem(failed);
    });
  };
  return (
    <Screen
      bar={<strong>{t('common.product')}</strong>}
      actions={
        <ActionButton tone="outline" onPress={() => setIsTyping(!isTyping)}>
          {t(isTyping ? 'enrolment.scanInstead' : 'enrolment.typeInstead')}
        </ActionButton>
      }
      primary={
        isTyping ? (
          <ActionButton onPress={() => submit(code)} isDisabled={isBusy || code.trim() === ''}>
            {t(isBusy ? 'enrolment.sending' : 'enrolment.submit')}
          </ActionButton>
        ) : null
      }
    >
      <div className={styles.content}>
        <h1>{t('enrolment.title')}</h1>
        <p role="status">{t(isBusy ? 'enrolment.sending' : isTyping ? 'enrolment.typeLead' : 'enrolment.lead')}</p>
        {problem ? <Notice tone="error">{t(`enrolment.problem.${problem}`)}</Notice> : null}
        {isTyping ? (
          <div className={styles.typed}>
            <TextEntry
              label={t('enrolment.code')}
              hint={t('enrolment.codeHint')}
              value={code}
              onChange={setCode}
              maxLength={40}
            />
          </div>
        ) : (
          <div className={styles.scanner}>
            <CodeScanner isPaused={isBusy} onPayload={submit} />
          </div>
        )}
      </div>
    </Screen>
  );
}
