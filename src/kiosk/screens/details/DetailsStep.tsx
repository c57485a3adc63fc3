import { useTranslation } from 'react-i18next';
import { hasCircumstance } from '../../../domain/application/draft-facts';
import { isStepDone } from '../../../domain/application/wizard';
import { useOfficeRules } from '../../session/office-rules';
import { useSession } from '../../session/session-store';
import { WizardFrame } from '../wizard/WizardFrame';
import { BrailleSection } from './BrailleSection';
import { DestinationSection } from './DestinationSection';
import styles from './DetailsStep.module.css';
import { NameNotesSection } from './NameNotesSection';
import { StaySection } from './StaySection';

/** 詳しく: only what the circumstances told of this person ask for, a section each. */
export function DetailsStep() {
  const { t } = useTranslation();
  const { draft, opening } = useSession();
  const rules = useOfficeRules();
  if (!draft || !opening) return null;
  return (
    <WizardFrame isNextDisabled={!isStepDone(draft, opening.day, 'details', rules)}>
      <div className={styles.details}>
        <h1>{t('details.title')}</h1>
        {hasCircumstance(draft, 'nonResident') ? <DestinationSection draft={draft} partners={rules.partners} /> : null}
        {hasCircumstance(draft, 'foreignResident') ? <StaySection draft={draft} day={opening.day} /> : null}
        {hasCircumstance(draft, 'nameNotes') ? <NameNotesSection applicant={draft.applicant} /> : null}
        {hasCircumstance(draft, 'braille') ? <BrailleSection braille={draft.braille} /> : null}
      </div>
    </WizardFrame>
  );
}
