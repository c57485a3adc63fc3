import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { Application } from '../../../domain/application/application';
import { ageOn } from '../../../domain/calendar/age';
import { type Day, partsOf } from '../../../domain/calendar/day';
import { formatApplicationId } from '../../../domain/form/application-id';
import { eraDateWords } from '../../../i18n/era-words';
import { changeStep } from '../../session/wizard-moves';
import type { CheckRow } from './check-row';
import styles from './CheckStep.module.css';
import { useChoiceRows } from './use-choice-rows';
import { useIdentityRows } from './use-identity-rows';
import { usePeopleRows } from './use-people-rows';

/** What will be sealed, a row each; touching a row opens its step and comes back here. */
export function CheckRows({ application, day }: { readonly application: Application; readonly day: Day }) {
  const { t } = useTranslation();
  const rows = useCheckRows(application, day);
  return (
    <dl className={styles.rows}>
      {rows.map(({ step, name, value, note }) => (
        <div key={name} className={styles.row}>
          <dt>{name}</dt>
          <dd translate="no">
            {value} {note ? <small>{note}</small> : null}
          </dd>
          <Button className={styles.change} onPress={() => changeStep(step)} aria-label={`${name} ${t('common.action.change')}`}>
            {t('common.action.change')}
          </Button>
        </div>
      ))}
    </dl>
  );
}

function useCheckRows(application: Application, day: Day): readonly CheckRow[] {
  const { t } = useTranslation();
  const { birthDate } = application;
  const ageNote = t('wizard.check.ageNote', { year: partsOf(birthDate).year, age: ageOn(birthDate, day) });
  return [
    { step: 'form', name: t('wizard.check.applicationId'), value: formatApplicationId(application.applicationId) },
    { step: 'person', name: t('wizard.check.birthDate'), value: eraDateWords(t, birthDate), note: ageNote },
    ...useChoiceRows(application),
    ...usePeopleRows(application),
    ...useIdentityRows(application),
    ...usePhotoRows(application),
  ];
}

function usePhotoRows({ photo }: Application): readonly CheckRow[] {
  const { t } = useTranslation();
  if (!photo) return [];
  const note = t('wizard.check.photoPixels', { width: photo.widthPx, height: photo.heightPx });
  return [{ step: 'photo', name: t('wizard.check.photo'), value: t('wizard.check.photoSize'), note }];
}
