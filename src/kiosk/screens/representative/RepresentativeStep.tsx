import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { missingOfRepresentative, type RepresentativePart, relationsFor } from '../../../domain/applicant/representative';
import type { RepresentativeEntry } from '../../../domain/applicant/representative-entry';
import { representedAsOf } from '../../../domain/application/draft-facts';
import type { RepresentedAs } from '../../../domain/rules/representative-rule';
import { changeRepresentative } from '../../session/change-people';
import { useSession } from '../../session/session-store';
import { goForward } from '../../session/wizard-moves';
import { ActionButton } from '../../ui/ActionButton';
import { ChoiceCards } from '../../ui/ChoiceCards';
import { Notice } from '../../ui/Notice';
import { WizardFrame } from '../wizard/WizardFrame';
import { RepresentativeFields } from './RepresentativeFields';
import styles from './RepresentativeStep.module.css';

/** 法定代理人: who makes the application for a child or an adult ward, and is there. */
export function RepresentativeStep() {
  const { t } = useTranslation();
  const { draft, opening } = useSession();
  const [wasTried, setWasTried] = useState(false);
  const as = draft && opening ? representedAsOf(draft, opening.day) : undefined;
  if (!draft || !as) return null;
  const entry = draft.representative;
  const missing = missingOfRepresentative(entry, as);
  const next = (): void => {
    setWasTried(true);
    goForward();
  };
  return (
    <WizardFrame
      primary={
        <ActionButton onPress={next} isDisabled={entry.attends === false}>
          {t('common.action.next')}
        </ActionButton>
      }
    >
      <div className={styles.representative}>
        <div className={styles.column}>
          <div>
            <h1>{t('representative.title')}</h1>
            <p>{t(`representative.lead.${as}`)}</p>
          </div>
          <Standing as={as} entry={entry} missing={wasTried ? missing : []} />
        </div>
        <div className={styles.column}>
          <RepresentativeFields as={as} entry={entry} missing={missing} isDemanded={wasTried} />
        </div>
      </div>
    </WizardFrame>
  );
}

interface StandingProps {
  readonly as: RepresentedAs;
  readonly entry: RepresentativeEntry;
  /** What is to be named as missing. */
  readonly missing: readonly RepresentativePart[];
}

/** Whether the representative is there, and who they are to the applicant. */
function Standing({ as, entry, missing }: StandingProps) {
  const { t } = useTranslation();
  const isAway = entry.attends === false;
  return (
    <>
      <ChoiceCards
        label={t('representative.attends')}
        columns={2}
        value={entry.attends === undefined ? null : isAway ? 'no' : 'yes'}
        choices={[
          { value: 'yes', label: t('representative.attendsYes') },
          { value: 'no', label: t('representative.attendsNo') },
        ]}
        onChange={(attends) => changeRepresentative({ attends: attends === 'yes' })}
      />
      {isAway ? <Notice tone="error">{t('representative.away')}</Notice> : null}
      {missing.includes('attends') && !isAway ? <Notice tone="attention">{t('representative.needed.attends')}</Notice> : null}
      <ChoiceCards
        label={t('representative.relation')}
        columns={2}
        value={entry.relation ?? null}
        choices={relationsFor(as).map((value) => ({ value, label: t(`representative.relations.${value}`) }))}
        onChange={(relation) => changeRepresentative({ relation })}
      />
      {missing.includes('relation') ? <Notice tone="attention">{t('representative.needed.relation')}</Notice> : null}
    </>
  );
}
