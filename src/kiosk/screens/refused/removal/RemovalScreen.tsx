import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RemovalReason } from '../../../../domain/submission/removal';
import type { Entry } from '../../../../queue/entry';
import { useSession } from '../../../session/session-store';
import { StatusLine } from '../../../status/StatusLine';
import { useServices } from '../../../tablet/tablet-services';
import { ActionButton } from '../../../ui/ActionButton';
import { Screen } from '../../../ui/Screen';
import { NumberCheck } from './NumberCheck';
import { ReasonChoice } from './ReasonChoice';
import { SupervisorPin } from './SupervisorPin';

interface RemovalScreenProps {
  readonly entry: Entry;
  /** Whether it was removed; undefined where nothing was tried. */
  readonly onEnd: (isRemoved: boolean | undefined) => void;
}

/** Takes one away: a reason, a supervisor, and then its number typed, which no hurried second touch can do. */
export function RemovalScreen({ entry, onEnd }: RemovalScreenProps) {
  const { t } = useTranslation();
  const { removeRefused } = useServices();
  const attendant = useSession((session) => session.attendant);
  const [reason, setReason] = useState<RemovalReason>();
  const [supervisorId, setSupervisorId] = useState(attendant?.role === 'supervisor' ? attendant.id : undefined);
  const remove = (): void => {
    if (reason && supervisorId !== undefined) void removeRefused(entry.envelopeId, reason, supervisorId).then(onEnd);
  };
  return (
    <Screen
      bar={<StatusLine />}
      back={
        <ActionButton tone="quiet" onPress={() => onEnd(undefined)}>
          {t('common.action.cancel')}
        </ActionButton>
      }
    >
      {!reason ? (
        <ReasonChoice entry={entry} onChosen={setReason} />
      ) : supervisorId === undefined ? (
        <SupervisorPin onProven={setSupervisorId} />
      ) : (
        <NumberCheck entry={entry} onMatched={remove} />
      )}
    </Screen>
  );
}
