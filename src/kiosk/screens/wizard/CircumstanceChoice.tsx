import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { circumstances } from '../../../domain/application/circumstance';
import type { Day } from '../../../domain/calendar/day';
import { needsRepresentative } from '../../../domain/rules/representative-rule';
import { tellCircumstance } from '../../session/circumstances';
import { useSession } from '../../session/session-store';
import { ActionButton } from '../../ui/ActionButton';
import { AskDialog } from '../../ui/AskDialog';
import { ToggleCard } from '../../ui/ToggleCard';
import styles from './PersonStep.module.css';

interface CircumstanceChoiceProps {
  readonly birthDate: Day;
  readonly day: Day;
}

/** What makes this application other than the usual one. Most people have none, so it is one line until it is opened. */
export function CircumstanceChoice(props: CircumstanceChoiceProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const told = useSession((session) => session.draft?.circumstances ?? []);
  const names = told.map((circumstance) => t(`circumstance.name.${circumstance}`)).join(t('circumstance.between'));
  return (
    <div className={styles.circumstances}>
      <p>
        <span className={styles.label}>{t('circumstance.title')}</span> <strong>{names || t('circumstance.none')}</strong>
        <br />
        <small>{t('circumstance.examples')}</small>
      </p>
      <ActionButton tone="outline" size="small" onPress={() => setIsOpen(true)}>
        {t('circumstance.choose')}
      </ActionButton>
      {isOpen ? <Circumstances {...props} onClose={() => setIsOpen(false)} /> : null}
    </div>
  );
}

function Circumstances({ birthDate, day, onClose }: CircumstanceChoiceProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const told = useSession((session) => session.draft?.circumstances ?? []);
  const isChild = needsRepresentative(birthDate, day);
  const offered = circumstances.filter((circumstance) => circumstance !== 'adultWard' || !isChild);
  return (
    <AskDialog
      title={t('circumstance.ask')}
      onDismiss={onClose}
      actions={
        <ActionButton size="small" onPress={onClose}>
          {t('common.action.ok')}
        </ActionButton>
      }
    >
      <div className={styles.toggles}>
        {offered.map((circumstance) => (
          <ToggleCard
            key={circumstance}
            label={t(`circumstance.name.${circumstance}`)}
            isSelected={told.includes(circumstance)}
            onChange={(isTold) => tellCircumstance(circumstance, isTold)}
          />
        ))}
      </div>
    </AskDialog>
  );
}
