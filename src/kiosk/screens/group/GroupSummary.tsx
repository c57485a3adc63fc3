import { useTranslation } from 'react-i18next';
import { checkInStates, groupProgress } from '../../../domain/roster/check-in';
import type { RosterRow } from '../../../domain/roster/find-people';
import { westernDateWords } from '../../../i18n/day-words';
import { useGroup } from '../../group/group-store';
import { printPage } from '../../print/print-page';
import { useSession } from '../../session/session-store';
import { StatusLine } from '../../status/StatusLine';
import { useTablet } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { Icon } from '../../ui/Icon';
import { Screen } from '../../ui/Screen';
import { GroupFigures } from './GroupFigures';
import styles from './GroupSummary.module.css';

const a4 = { widthMm: 210, heightMm: 297 };

/** The group's day on one page: figures, and who stands where by number. Names do not go to a printer's queue. */
export function GroupSummary({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const group = useGroup((state) => state.group);
  const opening = useSession((session) => session.opening);
  const code = useTablet((tablet) => tablet.station?.stationCode ?? '');
  if (!group || !opening) return null;
  const numberOf = ({ row, person }: RosterRow): string => person.number || t('group.summary.noNumber', { row });
  const sections = [undefined, ...checkInStates].map((state) => ({
    state,
    numbers: group.rows.filter(({ row }) => group.checkIns.get(row) === state).map(numberOf),
  }));
  return (
    <Screen
      bar={<StatusLine />}
      back={
        <ActionButton tone="quiet" onPress={onBack}>
          <Icon name="back" />
          {t('group.summary.back')}
        </ActionButton>
      }
      primary={<ActionButton onPress={() => printPage(a4)}>{t('group.summary.print')}</ActionButton>}
    >
      <article className={styles.page}>
        <h1>{t('group.summary.title')}</h1>
        <p>{t('group.summary.lead', { ...opening, date: westernDateWords(t, opening.day) })}</p>
        <GroupFigures progress={groupProgress(group.rows.length, group.checkIns)} />
        {sections.map(({ state, numbers }) =>
          numbers.length === 0 ? null : (
            <section key={state ?? 'expected'}>
              <h2>
                {state ? t(`group.state.${state}`) : t('group.summary.noShow')} {t('group.person', { count: numbers.length })}
              </h2>
              <p className={styles.numbers} translate="no">
                {numbers.map((number, index) => (
                  <span key={index}>{number}</span>
                ))}
              </p>
            </section>
          ),
        )}
        <small>
          {t('group.summary.station', { code })} {t('group.summary.oneStation')} {t('group.summary.namesKept')}
        </small>
      </article>
    </Screen>
  );
}
