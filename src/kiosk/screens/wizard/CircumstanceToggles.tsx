import { useTranslation } from 'react-i18next';
import { circumstances, type Circumstance } from '../../../domain/application/circumstance';
import type { Day } from '../../../domain/calendar/day';
import { needsRepresentative } from '../../../domain/rules/representative-rule';
import { tellCircumstance } from '../../session/circumstances';
import { useSession } from '../../session/session-store';
import { ToggleCard } from '../../ui/ToggleCard';
import styles from './PersonStep.module.css';

/** What makes this application other than the usual one. Nothing is chosen for most people, and nothing need be. */
export function CircumstanceToggles({ birthDate, day }: { readonly birthDate: Day; readonly day: Day }) {
  const { t } = useTranslation();
  const told = useSession((session) => session.draft?.circumstances ?? []);
  const isChild = needsRepresentative(birthDate, day);
  const offered = circumstances.filter((circumstance) => circumstance !== 'adultWard' || !isChild);
  return (
    <div className={styles.circumstances} role="group" aria-label={t('circumstance.title')}>
      <span className={styles.label} aria-hidden="true">
        {t('circumstance.title')}
      </span>
      {offered.map((circumstance: Circumstance) => (
        <ToggleCard
          key={circumstance}
          size="small"
          label={t(`circumstance.name.${circumstance}`)}
          isSelected={told.includes(circumstance)}
          onChange={(isTold) => tellCircumstance(circumstance, isTold)}
        />
      ))}
    </div>
  );
}
