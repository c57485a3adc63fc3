import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { Application } from '../../../domain/application/application';
import type { WizardStep } from '../../../domain/application/wizard';
import { ageOn } from '../../../domain/calendar/age';
import { type Day, partsOf } from '../../../domain/calendar/day';
import { formatApplicationId } from '../../../domain/form/application-id';
import { certificateNames } from '../../../domain/rules/certificate-rule';
import { eraDateWords } from '../../../i18n/day-words';
import { changeStep } from '../../session/wizard-moves';
import styles from './CheckStep.module.css';

interface CheckRow {
  readonly step: WizardStep;
  readonly name: string;
  readonly value: string;
  readonly note?: string;
}

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
  const { birthDate, contact, photo } = application;
  const contactWords = [contact.name, contact.mail].filter((part) => part !== null).join(' / ');
  const ageNote = t('wizard.check.ageNote', { year: partsOf(birthDate).year, age: ageOn(birthDate, day) });
  return [
    { step: 'form', name: t('wizard.check.applicationId'), value: formatApplicationId(application.applicationId) },
    { step: 'person', name: t('wizard.check.birthDate'), value: eraDateWords(t, birthDate), note: ageNote },
    {
      step: 'choices',
      name: t('wizard.check.method'),
      value: t(`common.method.${application.method}`),
      note: t(`common.methodHint.${application.method}`),
    },
    { step: 'choices', name: t('wizard.check.kind'), value: t(`common.kind.${application.kind}`) },
    { step: 'choices', name: t('wizard.check.certificates'), value: useCertificateWords(application) },
    contactWords === ''
      ? {
          step: 'choices',
          name: t('wizard.check.contact'),
          value: t('wizard.check.noContact'),
          note: t('wizard.check.noContactNote'),
        }
      : { step: 'choices', name: t('wizard.check.contact'), value: contactWords },
    ...(photo
      ? [
          {
            step: 'photo' as const,
            name: t('wizard.check.photo'),
            value: t('wizard.check.photoSize'),
            note: t('wizard.check.photoPixels', { width: photo.widthPx, height: photo.heightPx }),
          },
        ]
      : []),
  ];
}

function useCertificateWords({ certificates }: Application): string {
  const { t } = useTranslation();
  const issued = certificateNames.filter((name) => certificates[name] === 'issue');
  if (issued.length === certificateNames.length) return t('wizard.check.both');
  const only = issued[0];
  return only ? t('wizard.check.only', { name: t(`common.certificate.${only}`) }) : t('wizard.check.neither');
}
