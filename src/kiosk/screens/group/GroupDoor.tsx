import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeScanner } from '../../camera/CodeScanner';
import type { GroupOpening } from '../../group/open-group';
import { PinEntry } from '../../pin/PinEntry';
import { goTo, useSession } from '../../session/session-store';
import { StatusLine } from '../../status/StatusLine';
import { useServices } from '../../tablet/tablet-services';
import { useConfiguration } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Screen } from '../../ui/Screen';
import styles from './GroupDoor.module.css';

type DoorProblem = Exclude<GroupOpening, 'opened'>;

/** Opening the roster: a supervisor, and the day card that is kept apart from the tablet. */
export function GroupDoor() {
  const { t } = useTranslation();
  const { attendants } = useConfiguration();
  const isSupervisor = useSession((session) => session.attendant?.role === 'supervisor');
  const [isAllowed, setIsAllowed] = useState(isSupervisor);
  const verifiers = attendants.filter(({ role }) => role === 'supervisor').map(({ pinVerifier }) => pinVerifier);
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
      {isAllowed ? (
        <CardScan />
      ) : (
        <PinEntry label={t('group.door.supervisor')} verifiers={verifiers} onCorrect={() => setIsAllowed(true)}>
          <h1>{t('group.door.title')}</h1>
        </PinEntry>
      )}
    </Screen>
  );
}

function CardScan() {
  const { t } = useTranslation();
  const { problem, readCode, fetchRoster, isFetching } = useDoor();
  const isClosed = problem === 'destroyed';
  return (
    <div className={styles.door}>
      <div className={styles.camera}>{isClosed ? null : <CodeScanner onPayload={readCode} />}</div>
      <div className={styles.words}>
        <h1>{t('group.door.title')}</h1>
        <p>{t('group.door.lead')}</p>
        {problem ? (
          <Notice
            tone={problem === 'altered' ? 'error' : 'attention'}
            action={
              problem === 'notFetched' ? (
                <ActionButton tone="outline" size="small" onPress={fetchRoster} isDisabled={isFetching}>
                  {t(isFetching ? 'group.door.fetching' : 'group.door.fetch')}
                </ActionButton>
              ) : null
            }
          >
            {t(`group.door.problem.${problem}`)}
          </Notice>
        ) : null}
        <small>{t('group.door.kept')}</small>
      </div>
    </div>
  );
}

interface Door {
  readonly problem: DoorProblem | undefined;
  readonly readCode: (code: string) => void;
  readonly fetchRoster: () => void;
  readonly isFetching: boolean;
}

function useDoor(): Door {
  const { rosters, refreshConfiguration } = useServices();
  const openingId = useSession((session) => session.opening?.id ?? '');
  const [problem, setProblem] = useState<DoorProblem>();
  const [isFetching, setIsFetching] = useState(false);
  useEffect(() => {
    void rosters.findRoster(openingId).then((record) => {
      if (!record) setProblem('notFetched');
      else if (record.armored === undefined) setProblem('destroyed');
    });
  }, [rosters, openingId]);
  const readCode = (code: string): void => {
    void import('../../group/open-group').then(async ({ openGroup }) => {
      const outcome = await openGroup(openingId, code, rosters, Date.now());
      setProblem(outcome === 'opened' ? undefined : outcome);
    });
  };
  const fetchRoster = (): void => {
    setIsFetching(true);
    void refreshConfiguration()
      .then(() => rosters.findRoster(openingId))
      .then((record) => {
        if (record) setProblem(undefined);
      })
      .finally(() => setIsFetching(false));
  };
  return { problem, readCode, fetchRoster, isFetching };
}
