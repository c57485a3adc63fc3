import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opening } from '../../../domain/campaign/opening';
import type { Attendant } from '../../../protocol/configuration';
import { monthDayWords } from '../../../i18n/day-words';
import { PinEntry } from '../../pin/PinEntry';
import { signIn } from '../../session/session-store';
import { StatusLine } from '../../status/StatusLine';
import { useServices } from '../../tablet/tablet-services';
import { useConfiguration } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { ChoiceCards } from '../../ui/ChoiceCards';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Screen } from '../../ui/Screen';
import { OpeningChoice } from './OpeningChoice';
import styles from './SignInScreen.module.css';
import { useToday } from './use-today';

/** Start of the day: which opening, who is here, and their PIN. */
export function SignInScreen() {
  const { t } = useTranslation();
  const { rememberOpening } = useServices();
  const [opening, setOpening] = useState<Opening>();
  if (!opening) return <OpeningChoice onChosen={setOpening} />;
  return (
    <Screen
      bar={<StatusLine />}
      back={
        <ActionButton tone="quiet" onPress={() => setOpening(undefined)}>
          <Icon name="back" />
          {t('common.action.back')}
        </ActionButton>
      }
    >
      <AttendantChoice
        opening={opening}
        onSignedIn={(attendant) => {
          rememberOpening(opening.id);
          signIn(opening, attendant);
        }}
      />
    </Screen>
  );
}

interface AttendantChoiceProps {
  readonly opening: Opening;
  readonly onSignedIn: (attendant: Attendant) => void;
}

function AttendantChoice({ opening, onSignedIn }: AttendantChoiceProps) {
  const { t } = useTranslation();
  const { attendants } = useConfiguration();
  const today = useToday();
  const [attendantId, setAttendantId] = useState<string | null>(attendants.length === 1 ? (attendants[0]?.id ?? null) : null);
  const attendant = attendants.find((candidate) => candidate.id === attendantId);
  const choices = attendants.map(({ id, name, role }) => ({
    value: id,
    label: name,
    ...(role === 'supervisor' ? { hint: t('session.signIn.supervisor') } : {}),
  }));
  const question = (
    <>
      <p className={styles.chosen}>
        <strong>{opening.venue}</strong> {opening.title} {monthDayWords(t, opening.day)}
      </p>
      {opening.day === today ? null : (
        <Notice tone="attention">
          {t('session.signIn.otherDay', { today: monthDayWords(t, today), day: monthDayWords(t, opening.day) })}
        </Notice>
      )}
      <h1>{t('session.signIn.attendant')}</h1>
      <ChoiceCards
        label={t('session.signIn.attendant')}
        isLabelHidden
        columns={2}
        value={attendantId}
        choices={choices}
        onChange={setAttendantId}
      />
    </>
  );
  if (!attendant) return <div className={styles.attendants}>{question}</div>;
  return (
    <PinEntry
      key={attendant.id}
      label={t('session.signIn.pinFor', { name: attendant.name })}
      verifiers={[attendant.pinVerifier]}
      onCorrect={() => onSignedIn(attendant)}
    >
      {question}
    </PinEntry>
  );
}
