import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countBy, countFigures, type CountedBy } from '../../../domain/counts/daily-count';
import type { Entry } from '../../../queue/entry';
import { westernDateWords } from '../../../i18n/day-words';
import { SupervisorGate } from '../../pin/SupervisorGate';
import { useIdleLock } from '../../session/use-idle-lock';
import { goTo, useSession } from '../../session/session-store';
import { StatusLine } from '../../status/StatusLine';
import { useServices } from '../../tablet/tablet-services';
import { useTablet } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { saveFile } from '../../files/save-file';
import { Screen } from '../../ui/Screen';
import { CountTable } from './CountTable';
import { VoidDialog } from './VoidDialog';
import styles from './CountsScreen.module.css';
import { useCountWords } from './use-count-words';

const groupings = ['openingId', 'method', 'channel', 'kind'] as const satisfies readonly CountedBy[];

const toHome = (): void => goTo({ kind: 'home' });

/** 日計, which a supervisor reports. */
export function CountsScreen() {
  const { t } = useTranslation();
  useIdleLock();
  return (
    <SupervisorGate title={t('counts.title')} onBack={toHome}>
      <Counts />
    </SupervisorGate>
  );
}

/** What this tablet sealed on the opening's day, counted four ways; saved as CSV without a network. */
function Counts() {
  const { t } = useTranslation();
  const opening = useSession((session) => session.opening);
  const rows = useDayEntries();
  const { nameOf, csvOf } = useCountWords();
  const [isVoiding, setIsVoiding] = useState(false);
  const [outcome, setOutcome] = useState<'saved' | 'notSaved'>();
  if (!opening) return null;
  const save = (): void => {
    const { fileName, text } = csvOf(opening.day, rows, groupings);
    void saveFile({ name: fileName, mediaType: 'text/csv;charset=utf-8', content: text }).then(setOutcome);
  };
  return (
    <Screen
      bar={<StatusLine />}
      back={
        <ActionButton tone="quiet" onPress={toHome}>
          <Icon name="back" />
          {t('common.action.back')}
        </ActionButton>
      }
      actions={
        <>
          <ActionButton tone="quiet" size="small" onPress={() => setIsVoiding(true)}>
            {t('counts.void')}
          </ActionButton>
          <ActionButton tone="quiet" size="small" onPress={() => goTo({ kind: 'transfer' })}>
            {t('transfer.title')}
          </ActionButton>
        </>
      }
      primary={<ActionButton onPress={save}>{t('counts.save')}</ActionButton>}
    >
      {isVoiding ? <VoidDialog onClose={() => setIsVoiding(false)} /> : null}
      <h1>{t('counts.title')}</h1>
      <p className={styles.lead}>{t('counts.lead', { date: westernDateWords(t, opening.day) })}</p>
      {outcome ? <Notice tone={outcome === 'saved' ? 'done' : 'error'}>{t(`counts.${outcome}`)}</Notice> : null}
      {rows.length === 0 ? (
        <p className={styles.empty}>{t('counts.empty')}</p>
      ) : (
        <div className={styles.tables}>
          {groupings.map((key) => (
            <CountTable
              key={key}
              title={t(`counts.by.${key}`)}
              total={countFigures(rows)}
              figures={[...countBy(rows, key)].map(([value, figures]) => [nameOf(key, value), figures])}
            />
          ))}
        </div>
      )}
    </Screen>
  );
}

function useDayEntries(): readonly Entry[] {
  const { countRowsOn } = useServices();
  const day = useSession((session) => session.opening?.day);
  const figures = useTablet((tablet) => tablet.figures);
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  useEffect(() => {
    if (day) void countRowsOn(day).then(setEntries);
  }, [countRowsOn, day, figures]);
  return entries;
}
