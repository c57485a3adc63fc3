import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { groupProgress } from '../../../domain/roster/check-in';
import { timeWords } from '../../../i18n/day-words';
import { useGroup } from '../../group/group-store';
import { goTo, handToResident, lock, signOut, startApplication, startPhotoOnly, useSession } from '../../session/session-store';
import { useIdleLock } from '../../session/use-idle-lock';
import { StatusLine } from '../../status/StatusLine';
import { useConfiguration, isWorkStopped, useTablet } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { Screen } from '../../ui/Screen';
import styles from './HomeScreen.module.css';
import { ThemeChoice } from './ThemeChoice';

const HomeNotices = lazy(() => import('./HomeNotices').then((module) => ({ default: module.HomeNotices })));

/** Between two people: the day's three figures, the last number given, and one huge 次の方. */
export function HomeScreen() {
  const { t } = useTranslation();
  useIdleLock();
  const isStopped = useTablet(isWorkStopped);
  return (
    <Screen
      bar={<StatusLine />}
      back={
        <>
          <ActionButton tone="quiet" size="small" onPress={lock}>
            {t('session.home.lock')}
          </ActionButton>
          <ThemeChoice />
        </>
      }
      actions={
        <>
          <ActionButton tone="quiet" size="small" onPress={signOut}>
            {t('session.home.changeOpening')}
          </ActionButton>
          <ActionButton tone="quiet" size="small" onPress={() => goTo({ kind: 'counts' })}>
            {t('session.home.counts')}
          </ActionButton>
        </>
      }
    >
      <div className={styles.home}>
        <div className={styles.notices}>
          <Suspense fallback={null}>
            <HomeNotices />
          </Suspense>
        </div>
        <TodayFigures />
        <div className={styles.start}>
          <Button className={styles.next} onPress={startApplication} isDisabled={isStopped} autoFocus>
            <span className={styles.nextWord}>{t('session.home.next')}</span>
            <span>{t('session.home.nextHint')}</span>
          </Button>
          <div className={styles.others}>
            <GroupEntrance />
            <Button className={styles.more} onPress={handToResident} isDisabled={isStopped}>
              <strong>{t('session.home.selfService')}</strong>
              <small>{t('session.home.selfServiceHint')}</small>
            </Button>
            <Button className={styles.more} onPress={startPhotoOnly}>
              <strong>{t('session.home.photoOnly')}</strong>
              <small>{t('session.home.photoOnlyHint')}</small>
            </Button>
          </div>
        </div>
      </div>
    </Screen>
  );
}

/** Only where the office has sealed a roster for this opening. */
function GroupEntrance() {
  const { t } = useTranslation();
  const openingId = useSession((session) => session.opening?.id);
  const { openings } = useConfiguration();
  const group = useGroup((state) => state.group);
  if (!openings.some(({ id, roster }) => id === openingId && roster)) return null;
  const progress = group && groupProgress(group.rows.length, group.checkIns);
  return (
    <Button className={styles.more} onPress={() => goTo({ kind: 'group' })}>
      <strong>{t('session.home.group')}</strong>
      <small>{progress ? t('session.home.groupProgress', { ...progress }) : t('session.home.groupHint')}</small>
    </Button>
  );
}

function TodayFigures() {
  const { t } = useTranslation();
  const figures = useTablet((tablet) => tablet.openingFigures);
  const last = useTablet((tablet) => tablet.lastEntry);
  return (
    <section>
      <h1>{t('session.home.title')}</h1>
      <dl className={styles.figures}>
        {(['sealed', 'delivered', 'waiting'] as const).map((name) => (
          <div key={name} className={styles.figure}>
            <dt>{t(`session.home.${name}`)}</dt>
            <dd>
              <strong>{figures[name]}</strong> {t('session.home.unit')}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.last}>
        {t('session.home.lastNumber')} {last ? <strong>{last.receptionNumber}</strong> : t('session.home.none')}{' '}
        {last ? timeWords(last.sealedAtMs) : ''}
      </p>
    </section>
  );
}
