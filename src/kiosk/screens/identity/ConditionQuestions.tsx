import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCircumstance } from '../../../domain/application/draft-facts';
import {
  type Condition,
  type ConditionAnswers,
  type ConditionReading,
  conditions,
  mailableAnswers,
} from '../../../domain/identity/conditions';
import { useSession } from '../../session/session-store';
import { useConfiguration } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { ChoiceCards } from '../../ui/ChoiceCards';
import { Notice } from '../../ui/Notice';
import { answerCondition, answerConditions } from './change-identity';
import styles from './IdentityStep.module.css';

interface ConditionQuestionsProps {
  readonly answers: ConditionAnswers;
  readonly reading: ConditionReading;
  readonly onSwitch: () => void;
}

/** What is asked before a card may be mailed; one touch where nothing stands against it. */
export function ConditionQuestions({ answers, reading, onSwitch }: ConditionQuestionsProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const livesElsewhere = useSession(({ draft }) => draft !== undefined && hasCircumstance(draft, 'nonResident'));
  return (
    <section aria-labelledby={titleId} className={styles.group}>
      <div className={styles.asked}>
        <h2 id={titleId} className={styles.label}>
          {t('identity.conditions.title')}
        </h2>
        <ActionButton
          tone="outline"
          size="small"
          isDisabled={reading.kind === 'proceed'}
          onPress={() => answerConditions({ ...mailableAnswers, residentHere: !livesElsewhere })}
        >
          {t('identity.conditions.all')}
        </ActionButton>
      </div>
      {conditions.map((condition) => (
        <Question key={condition} condition={condition} answer={answers[condition]} />
      ))}
      <Against reading={reading} onSwitch={onSwitch} />
    </section>
  );
}

function Question({ condition, answer }: { readonly condition: Condition; readonly answer: boolean | undefined }) {
  const { t } = useTranslation();
  const { municipality } = useConfiguration();
  const words = t(`identity.conditions.${condition}`, { municipality: municipality.name });
  const yes = { value: 'yes', label: t(mailableAnswers[condition] ? 'identity.conditions.yes' : 'identity.conditions.has') };
  const no = { value: 'no', label: t(mailableAnswers[condition] ? 'identity.conditions.no' : 'identity.conditions.hasNot') };
  return (
    <div className={styles.question}>
      <p aria-hidden="true">{words}</p>
      <ChoiceCards
        label={words}
        isLabelHidden
        columns={2}
        size="small"
        value={answer === undefined ? null : answer ? 'yes' : 'no'}
        choices={mailableAnswers[condition] ? [yes, no] : [no, yes]}
        onChange={(chosen) => answerCondition(condition, chosen === 'yes')}
      />
    </div>
  );
}

/** What an answer means for this application, beside the answers, and the way on. */
function Against({ reading, onSwitch }: Pick<ConditionQuestionsProps, 'reading' | 'onSwitch'>) {
  const { t } = useTranslation();
  if (reading.kind !== 'collectAtOffice' && reading.kind !== 'otherWay') return null;
  return (
    <Notice
      tone={reading.kind === 'otherWay' ? 'error' : 'attention'}
      action={
        reading.kind === 'collectAtOffice' ? (
          <ActionButton tone="outline" size="small" onPress={onSwitch}>
            {t('identity.switchMethod')}
          </ActionButton>
        ) : null
      }
    >
      {reading.because.map((condition) => (
        <p key={condition}>{t(`identity.against.${condition}`)}</p>
      ))}
      <p>
        <strong>{t(`identity.against.${reading.kind}`)}</strong>
      </p>
    </Notice>
  );
}
