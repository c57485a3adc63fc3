import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeFormReader } from '../../../capture/form-scanner';
import { CodeScanner } from '../../camera/CodeScanner';
import { changeDraft, useSession } from '../../session/session-store';
import { goForward } from '../../session/wizard-moves';
import { useConfiguration } from '../../tablet/tablet-store';
import { Notice } from '../../ui/Notice';
import styles from './FormStep.module.css';
import { RosterMatch } from './RosterMatch';

/** Reads the form's code from live frames and moves on by itself once two readings agree. */
export function FormScanner() {
  const { t } = useTranslation();
  const { formQrHosts } = useConfiguration();
  const channel = useSession((session) => session.channel);
  const [problem, setProblem] = useState<'personalNumber' | 'unknown'>();
  const reader = useRef(makeFormReader(formQrHosts));
  useEffect(() => {
    reader.current = makeFormReader(formQrHosts);
  }, [formQrHosts]);
  const onPayload = (payload: string): void => {
    const reading = reader.current(payload);
    if (reading.kind === 'undecided') return;
    if (reading.kind !== 'applicationId') {
      setProblem(reading.kind);
      return;
    }
    changeDraft({ applicationId: reading.applicationId, applicationIdSource: 'scanned' });
    if (channel === 'assisted') goForward();
  };
  return (
    <div className={styles.scanner}>
      <div>
        <h1>{t('wizard.form.title')}</h1>
        <p>{t('wizard.form.lead')}</p>
      </div>
      <RosterMatch />
      {problem ? <Notice tone="attention">{t(`wizard.form.${problem}`)}</Notice> : null}
      <CodeScanner onPayload={onPayload} />
    </div>
  );
}
