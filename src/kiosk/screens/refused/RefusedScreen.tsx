import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../../queue/entry';
import type { VoidRecord } from '../../../queue/voids/void-store';
import { goTo, useSession } from '../../session/session-store';
import { StatusLine } from '../../status/StatusLine';
import { useServices } from '../../tablet/tablet-services';
import { saveOne, type SaveOneOutcome } from '../../transfer/save-one';
import { ActionButton } from '../../ui/ActionButton';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Screen } from '../../ui/Screen';
import { RefusedCard } from './RefusedCard';
import { RefusedVoids } from './RefusedVoids';
import styles from './RefusedScreen.module.css';
import { RemovalScreen } from './removal/RemovalScreen';
import { useRefused } from './use-refused';

interface Outcome {
  readonly kind: 'sentAgain' | 'voidSentAgain' | 'removed' | 'notRemoved' | NonNullable<SaveOneOutcome>;
  readonly number: string;
}

const failures: readonly Outcome['kind'][] = ['notRemoved', 'notSaved', 'unreadable'];

/** 要確認: what the server refused, why, and what to do; it leaves only by being sent or by a supervisor's hand. */
export function RefusedScreen() {
  const { t } = useTranslation();
  const services = useServices();
  const isSupervisor = useSession((session) => session.attendant?.role === 'supervisor');
  const refused = useRefused();
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
  const sendVoidAgain = ({ envelopeId, receptionNumber }: VoidRecord): void => {
    setOutcome({ kind: 'voidSentAgain', number: receptionNumber });
    void services.openVoids().then(async (desk) => {
      await desk.sendAgain(envelopeId);
      await services.sendAgain(envelopeId);
    });
  };
  const save = (entry: Entry): void => {
    const number = entry.receptionNumber;
    void saveOne(entry, t('refused.fileName', { number }), services.openTransfer).then(
      (kind) => kind && setOutcome({ kind, number }),
    );
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
        <Notice tone={failures.includes(outcome.kind) ? 'error' : 'done'}>
          {t(`refused.${outcome.kind}`, { number: outcome.number })}
        </Notice>
      ) : null}
      {refused && refused.entries.length + refused.voids.length === 0 ? (
        <p className={styles.empty}>{t('refused.empty')}</p>
      ) : null}
      <ul className={styles.list}>
        {refused?.entries.map((entry) => (
          <RefusedCard
            key={entry.envelopeId}
            entry={entry}
            onSendAgain={sendAgain}
            onSave={isSupervisor ? save : undefined}
            onRemove={setRemoving}
          />
        ))}
      </ul>
      {refused && refused.voids.length > 0 ? <RefusedVoids voids={refused.voids} onSendAgain={sendVoidAgain} /> : null}
    </Screen>
  );
}
