import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCircumstance } from '../../../domain/application/draft-facts';
import { type MissingPart, missingParts } from '../../../domain/application/missing-parts';
import { useOfficeRules } from '../../session/office-rules';
import { useSession } from '../../session/session-store';
import { goForward } from '../../session/wizard-moves';
import { ActionButton } from '../../ui/ActionButton';
import { Notice } from '../../ui/Notice';
import { showIt } from '../../ui/show-it';
import { WizardFrame } from '../wizard/WizardFrame';
import { BrailleSection } from './BrailleSection';
import { DestinationSection } from './DestinationSection';
import styles from './DetailsStep.module.css';
import { NameNotesSection } from './NameNotesSection';
import { StaySection } from './StaySection';

const askedParts = ['destination', 'stay', 'nameNotes', 'braille'] as const satisfies readonly MissingPart[];

/** 詳しく: only what the circumstances told of this person ask for, a section each. */
export function DetailsStep() {
  const { t } = useTranslation();
  const { draft, opening } = useSession();
  const rules = useOfficeRules();
  const [wasTried, setWasTried] = useState(false);
  if (!draft || !opening) return null;
  const next = (): void => {
    setWasTried(true);
    goForward();
  };
  const lacking = missingParts(draft, opening.day, rules);
  const missing = wasTried ? askedParts.filter((part) => lacking.includes(part)) : [];
  return (
    <WizardFrame primary={<ActionButton onPress={next}>{t('common.action.next')}</ActionButton>}>
      <div className={styles.details}>
        <h1>{t('details.title')}</h1>
        {hasCircumstance(draft, 'nonResident') ? <DestinationSection draft={draft} partners={rules.partners} /> : null}
        {hasCircumstance(draft, 'foreignResident') ? <StaySection draft={draft} day={opening.day} /> : null}
        {hasCircumstance(draft, 'nameNotes') ? <NameNotesSection applicant={draft.applicant} /> : null}
        {hasCircumstance(draft, 'braille') ? <BrailleSection braille={draft.braille} /> : null}
        {missing.length > 0 ? (
          <div ref={showIt}>
            <Notice tone="attention">
              {missing.map((part) => (
                <p key={part}>{t(`details.missing.${part}`)}</p>
              ))}
            </Notice>
          </div>
        ) : null}
      </div>
    </WizardFrame>
  );
}
