import { useTranslation } from 'react-i18next';
import { type Calendar, readBirthDate } from '../../../domain/calendar/birth-date-entry';
import { eraNames } from '../../../domain/calendar/era';
import { changeDraft, useSession } from '../../session/session-store';
import { ChoiceCards } from '../../ui/ChoiceCards';
import { Notice } from '../../ui/Notice';
import { NumberPad } from '../../ui/NumberPad';
import { TypedDate } from '../../ui/TypedDate';
import { BirthDateFacts } from './BirthDateFacts';
import { CircumstanceChoice } from './CircumstanceChoice';
import styles from './PersonStep.module.css';
import { RosterMatch } from './RosterMatch';
import { WizardFrame } from './WizardFrame';

const calendars: readonly Calendar[] = [...eraNames, 'western'];
const mostDigits = 8;

/** ご本人: the birth date by era or western year, and at once what follows from it. */
export function PersonStep() {
  const { t } = useTranslation();
  const opening = useSession((session) => session.opening);
  const draft = useSession((session) => session.draft);
  if (!opening || !draft) return null;
  const { birthCalendar, birthDigits } = draft;
  const reading = readBirthDate({ calendar: birthCalendar, digits: birthDigits }, opening.day);
  const type = (digit: string): void => {
    if (reading.kind === 'incomplete' && birthDigits.length < mostDigits) changeDraft({ birthDigits: birthDigits + digit });
  };
  return (
    <WizardFrame isNextDisabled={reading.kind !== 'complete'}>
      <div className={styles.person}>
        <div className={styles.entry}>
          <h1>{t('wizard.person.title')}</h1>
          <RosterMatch />
          <ChoiceCards
            label={t('wizard.person.calendar')}
            isLabelHidden
            columns={5}
            value={birthCalendar}
            choices={calendars.map((calendar) => ({ value: calendar, label: t(`common.era.${calendar}`) }))}
            onChange={(calendar) => changeDraft({ birthCalendar: calendar, birthDigits: '' })}
          />
          <TypedDate fields={reading.fields} next={reading.kind === 'incomplete' ? reading.next : undefined} />
          {reading.kind === 'invalid' ? <Notice tone="error">{t(`wizard.person.problem.${reading.problem}`)}</Notice> : null}
          {reading.kind === 'complete' ? (
            <>
              <BirthDateFacts birthDate={reading.birthDate} day={opening.day} />
              <CircumstanceChoice birthDate={reading.birthDate} day={opening.day} />
            </>
          ) : null}
          {reading.kind === 'incomplete' ? <small>{t('wizard.person.hint')}</small> : null}
        </div>
        <NumberPad
          label={t('wizard.person.entry')}
          onDigit={type}
          onErase={() => changeDraft({ birthDigits: birthDigits.slice(0, -1) })}
          onEraseAll={() => changeDraft({ birthDigits: '' })}
        />
      </div>
    </WizardFrame>
  );
}
