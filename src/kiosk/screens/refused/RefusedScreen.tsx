import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../../queue/entry';
import { goTo } from '../../session/session-store';
import { StatusLine } from '../../status/StatusLine';
import { useServices } from '../../tablet/tablet-services';
import { ActionButton } from '../../ui/ActionButton';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Screen } from '../../ui/Screen';
import { RefusedCard } from './RefusedCard';
import styles from './RefusedScreen.module.css';
import { RemovalScreen } from './removal/RemovalScreen';
import { useRefused } from './use-refused';

interface Outcome {
  readonly kind: 'sentAgain' | 'removed' | 'notRemoved';
  readonly number: string;
}

/** 要確認: what the server refused, why, and what to do; it leaves only by being sent or by a supervisor's hand. */
export function RefusedScreen() {
  const { t } = useTranslation();
  const services = useServices();
  const entries = useRefused();
  const [outcome, setOutcome] = useState<Outcome>();
  const [removing, setRemoving] = useState<Entry>();
  if (removing) {
    return (
      <RemovalScreen
        entry={removing}
        onEnd={(isRemoved) => {
          setRemoving(undefined);
          if (isRemoved !== undefined)
            setOutcome({ kind: isRemoved ? 'removed' : 'notRemoved', number: removing.receptionNumber });
        }}
      />
    );
  }
  const sendAgain = ({ envelopeId, receptionNumber }: Entry): void => {
    setOutcome({ kind: 'sentAgain', number: receptionNumber });
    void services.sendAgain(envelopeId);
  };
  return (
    <Screen
      bar={<StatusLine />}
      back={
        <ActionButton tone="quiet" onPress={() => goTo({ kind: 'home' })}>
          <Icon name="back" />
          {t('common.action.back')}
        </ActionButton>
      }
    >
      <h1>{t('refused.title')}</h1>
      <p className={styles.lead}>{t('refused.lead')}</p>
      {outcome ? (
        <Notice tone={outcome.kind === 'notRemoved' ? 'error' : 'done'}>
          {t(`refused.${outcome.kind}`, { number: outcome.number })}
        </Notice>
      ) : null}
      {entries?.length === 0 ? <p className={styles.empty}>{t('refused.empty')}</p> : null}
      <ul className={styles.list}>
        {entries?.map((entry) => (
          <RefusedCard key={entry.envelopeId} entry={entry} onSendAgain={sendAgain} onRemove={setRemoving} />
        ))}
      </ul>
    </Screen>
  );
}
