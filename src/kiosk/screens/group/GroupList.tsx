import { clsx } from 'clsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { groupProgress } from '../../../domain/roster/check-in';
import { findPeople, type RosterRow } from '../../../domain/roster/find-people';
import { findKanaRow, type KanaRow, kanaRows } from '../../../domain/roster/kana';
import { serveRow } from '../../group/serve-group';
import { type OpenGroup, useGroup } from '../../group/group-store';
import { goTo, goToForm, startApplication, useSession } from '../../session/session-store';
import { StatusLine } from '../../status/StatusLine';
import { useServices } from '../../tablet/tablet-services';
import { ActionButton } from '../../ui/ActionButton';
import { Icon } from '../../ui/Icon';
import { Screen } from '../../ui/Screen';
import { TextEntry } from '../../ui/TextEntry';
import { DestroyRoster } from './DestroyRoster';
import { GroupFigures } from './GroupFigures';
import styles from './GroupList.module.css';
import { PersonRow } from './PersonRow';
import { RowDialog } from './RowDialog';

/** The people of the roster: looked up by reading, number or birth date; a touch begins their application. */
export function GroupList({ onSummary }: { readonly onSummary: () => void }) {
  const { t } = useTranslation();
  const { rosters } = useServices();
  const group = useGroup((state) => state.group);
  const isChoosing = useSession((session) => session.draft !== undefined);
  const { shown, finder } = useFinder(group);
  const [changed, setChanged] = useState<RosterRow>();
  if (!group) return null;
  return (
    <Screen
      bar={<StatusLine />}
      back={
        <ActionButton tone="quiet" onPress={() => (isChoosing ? goToForm() : goTo({ kind: 'home' }))}>
          <Icon name="back" />
          {t('common.action.back')}
        </ActionButton>
      }
      actions={
        <>
          <DestroyRoster />
          <ActionButton tone="outline" onPress={onSummary}>
            {t('group.summary.open')}
          </ActionButton>
        </>
      }
      primary={isChoosing ? null : <ActionButton onPress={startApplication}>{t('group.next')}</ActionButton>}
    >
      <div className={styles.group}>
        <section className={styles.side}>
          <h1>{t('group.title')}</h1>
          <GroupFigures progress={groupProgress(group.rows.length, group.checkIns)} />
          {finder}
        </section>
        <ul className={styles.people}>
          {shown.map((row) => (
            <PersonRow
              key={row.row}
              row={row}
              state={group.checkIns.get(row.row)}
              onServe={() => serveRow(rosters, row)}
              onMore={() => setChanged(row)}
            />
          ))}
          {shown.length === 0 ? (
            <li className={styles.nobody}>
              <strong>{t('group.none')}</strong>
              <small>{t('group.noneHint')}</small>
            </li>
          ) : null}
        </ul>
      </div>
      {changed ? <RowDialog row={changed} onClose={() => setChanged(undefined)} /> : null}
    </Screen>
  );
}

/** What was asked for, and whom it finds; those who have applied stand last. */
function useFinder(group: OpenGroup | undefined) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [kanaRow, setKanaRow] = useState<KanaRow>();
  const rows = findPeople(group?.rows ?? [], query).filter(
    ({ person }) => kanaRow === undefined || findKanaRow(person.kana) === kanaRow,
  );
  const isOver = ({ row }: RosterRow): boolean => ['sealed', 'declined'].includes(group?.checkIns.get(row) ?? '');
  const shown = [...rows.filter((row) => !isOver(row)), ...rows.filter(isOver)];
  const finder = (
    <>
      <TextEntry label={t('group.search')} hint={t('group.searchHint')} value={query} onChange={setQuery} maxLength={40} />
      <div className={styles.kana} role="group" aria-label={t('group.rows')}>
        {kanaRows.map((row) => (
          <Button
            key={row}
            className={clsx(styles.kanaRow, row === kanaRow && styles.chosen)}
            aria-pressed={row === kanaRow}
            onPress={() => setKanaRow(row === kanaRow ? undefined : row)}
          >
            {row}
          </Button>
        ))}
      </div>
    </>
  );
  return { shown, finder };
}
