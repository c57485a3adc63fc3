import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { addDays } from '../../../domain/calendar/day';
import { type Opening, openingsOn } from '../../../domain/campaign/opening';
import { monthDayWords } from '../../../i18n/day-words';
import { worded } from '../../../i18n/start-i18n';
import { StatusLine } from '../../status/StatusLine';
import { type RefreshOutcome, useServices } from '../../tablet/tablet-services';
import { useConfiguration, useTablet } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { Notice } from '../../ui/Notice';
import { Screen } from '../../ui/Screen';
import styles from './SignInScreen.module.css';
import { useToday } from './use-today';

const AdHocOpening = lazy(() => worded(import('./AdHocOpening').then((module) => ({ default: module.AdHocOpening }))));

/** Today's openings; the days beside it on request, for an opening past midnight or a clock that is wrong. */
export function OpeningChoice({ onChosen }: { readonly onChosen: (opening: Opening) => void }) {
  const { t } = useTranslation();
  const { openings } = useConfiguration();
  const adHocOpenings = useTablet((tablet) => tablet.adHocOpenings);
  const { keepAdHocOpening } = useServices();
  const [isMaking, setIsMaking] = useState(false);
  const [showsOtherDays, setShowsOtherDays] = useState(false);
  const lastId = useLastOpeningId();
  const { outcome: asked, refresh } = useRefresh();
  const isRevoked = useTablet((tablet) => tablet.isRevoked);
  const outcome = isRevoked ? 'revoked' : asked;
  const today = useToday();
  const days = showsOtherDays ? [addDays(today, -1), today, addDays(today, 1)] : [today];
  const offered = days.flatMap((day) => openingsOn([...openings, ...adHocOpenings], day));
  if (isMaking) {
    const onMade = (opening: Opening): void => void keepAdHocOpening(opening).then(() => onChosen(opening));
    return (
      <Suspense fallback={null}>
        <AdHocOpening today={today} onMade={onMade} onBack={() => setIsMaking(false)} />
      </Suspense>
    );
  }
  return (
    <Screen
      bar={<StatusLine />}
      back={
        <ActionButton tone="quiet" onPress={refresh}>
          {t('session.signIn.refresh')}
        </ActionButton>
      }
      actions={
        <>
          <ActionButton tone="quiet" onPress={() => setShowsOtherDays(!showsOtherDays)}>
            {t('session.signIn.otherDays')}
          </ActionButton>
          <ActionButton tone={offered.length > 0 ? 'quiet' : 'outline'} onPress={() => setIsMaking(true)}>
            {t('session.signIn.adHoc')}
          </ActionButton>
        </>
      }
    >
      <h1>{t(offered.length > 0 ? 'session.signIn.opening' : 'session.signIn.noOpening')}</h1>
      <p>{t(offered.length > 0 ? 'session.signIn.openingLead' : 'session.signIn.noOpeningLead')}</p>
      <div className={styles.openings}>
        {offered.map((opening) => (
          <Button key={opening.id} className={styles.opening} onPress={() => onChosen(opening)}>
            <span className={styles.venue}>{opening.venue}</span>
            <span>{opening.title}</span>
            {opening.hours ? <span>{t('session.signIn.hours', { ...opening.hours })}</span> : null}
            {opening.id === lastId ? <span className={styles.last}>{t('session.signIn.last')}</span> : null}
            <span className={styles.day}>{monthDayWords(t, opening.day)}</span>
          </Button>
        ))}
      </div>
      {outcome ? (
        <div className={styles.notes}>
          <RefreshNotice outcome={outcome} />
        </div>
      ) : null}
    </Screen>
  );
}

function RefreshNotice({ outcome }: { readonly outcome: RefreshOutcome }) {
  const { t } = useTranslation();
  const { enrolAgain } = useServices();
  if (outcome === 'revoked') {
    const again = (
      <ActionButton tone="outline" size="small" onPress={enrolAgain}>
        {t('station.enrolAgain')}
      </ActionButton>
    );
    return (
      <Notice tone="error" action={again}>
        {t('station.revoked')}
      </Notice>
    );
  }
  if (outcome === 'updated' || outcome === 'unchanged') return <Notice tone="done">{t('session.signIn.refreshed')}</Notice>;
  if (outcome === 'altered') return <Notice tone="error">{t('station.altered')}</Notice>;
  return <Notice tone="attention">{t('session.signIn.notRefreshed')}</Notice>;
}

function useRefresh(): { outcome: RefreshOutcome | undefined; refresh: () => void } {
  const { refreshConfiguration } = useServices();
  const [outcome, setOutcome] = useState<RefreshOutcome>();
  return { outcome, refresh: () => void refreshConfiguration().then(setOutcome) };
}

function useLastOpeningId(): string | null {
  const { lastOpeningId } = useServices();
  const [id, setId] = useState<string | null>(null);
  useEffect(() => void lastOpeningId().then(setId), [lastOpeningId]);
  return id;
}
