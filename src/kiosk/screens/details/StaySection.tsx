import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../domain/application/draft';
import { findBirthDate } from '../../../domain/application/draft-facts';
import type { StayEntry } from '../../../domain/applicant/stay-entry';
import { readStay } from '../../../domain/applicant/stay';
import type { Day } from '../../../domain/calendar/day';
import { cardValidity } from '../../../domain/rules/card-validity';
import { residentStatuses, stayStanding, termsOf } from '../../../domain/rules/stay-rule';
import { westernDateWords } from '../../../i18n/day-words';
import { changeDraft } from '../../session/session-store';
import { ChoiceCards } from '../../ui/ChoiceCards';
import { Notice } from '../../ui/Notice';
import styles from './DetailsStep.module.css';
import { StayEndEntry } from './StayEndEntry';

interface StaySectionProps {
  readonly draft: Draft;
  readonly day: Day;
}

/** 外国人住民: the status, whether the stay ends and when, and what that does to the card. */
export function StaySection({ draft, day }: StaySectionProps) {
  const { t } = useTranslation();
  const { stay } = draft;
  const terms = stay.status ? termsOf(stay.status) : [];
  const reading = readStay(stay, day);
  const isLimited = terms.length === 1 ? terms[0] === 'limited' : stay.term === 'limited';
  const change = (changed: Partial<StayEntry>): void => changeDraft({ stay: { ...stay, ...changed } });
  return (
    <section className={styles.section}>
      <ChoiceCards
        label={t('details.stay.status')}
        value={stay.status ?? null}
        choices={residentStatuses.map((value) => ({ value, label: t(`details.stay.statuses.${value}`) }))}
        onChange={(status) => change({ status })}
      />
      {terms.length > 1 ? (
        <ChoiceCards
          label={t('details.stay.term')}
          value={stay.term ?? null}
          choices={terms.map((value) => ({ value, label: t(`details.stay.terms.${value}`) }))}
          onChange={(term) => change({ term })}
        />
      ) : null}
      {isLimited ? (
        <StayEndEntry digits={stay.endDigits} onChange={(endDigits) => change({ endDigits })}>
          <StayStanding draft={draft} day={day} />
        </StayEndEntry>
      ) : reading.kind === 'complete' ? (
        <StayStanding draft={draft} day={day} />
      ) : null}
    </section>
  );
}

/** What the stay does to the card: how long it lasts, and what to do first where it ends too soon. */
function StayStanding({ draft, day }: StaySectionProps) {
  const { t } = useTranslation();
  const reading = readStay(draft.stay, day);
  if (reading.kind === 'missing') {
    return reading.part === 'stayEnded' ? <Notice tone="error">{t('details.stay.ended')}</Notice> : null;
  }
  const birthDate = findBirthDate(draft, day);
  const { stayEndsOn } = reading.resident;
  const { until, endsWithStay } = birthDate ? cardValidity(birthDate, day, stayEndsOn) : {};
  return (
    <>
      {stayEndsOn && stayStanding(stayEndsOn, day) === 'endsSoon' ? (
        <Notice tone="attention">{t('notices.stayEndsSoon', { date: westernDateWords(t, stayEndsOn) })}</Notice>
      ) : null}
      <Notice tone="info">
        {endsWithStay
          ? t('details.stay.cardUntil', { date: westernDateWords(t, endsWithStay) })
          : t('details.stay.cardUntilMonth', until)}
      </Notice>
    </>
  );
}
