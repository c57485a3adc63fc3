import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applicantFields, wrongApplicantFields } from '../../../domain/applicant/applicant';
import type { ApplicantEntry } from '../../../domain/applicant/applicant-entry';
import { changeApplicant } from '../../session/change-people';
import { ActionButton } from '../../ui/ActionButton';
import { TextEntry } from '../../ui/TextEntry';

/** Name, address and telephone of the applicant: nobody need write them, since the register has them. */
export function ApplicantFields({ applicant }: { readonly applicant: ApplicantEntry }) {
  const { t } = useTranslation();
  const [isOpened, setIsOpened] = useState(false);
  const isFilled = applicantFields.some((field) => applicant[field] !== '');
  if (!isOpened && !isFilled) {
    return (
      <ActionButton tone="outline" size="small" onPress={() => setIsOpened(true)}>
        {t('choices.applicant.open')}
      </ActionButton>
    );
  }
  const wrong = wrongApplicantFields(applicant);
  const fieldOf = (field: 'name' | 'kana' | 'phone' | 'postalCode' | 'address') => ({
    label: t(`entry.${field}`),
    value: applicant[field],
    error: wrong.includes(field) ? t(`entry.problem.${field}`) : undefined,
    onChange: (value: string) => changeApplicant({ [field]: value }),
  });
  return (
    <>
      <TextEntry {...fieldOf('name')} />
      <TextEntry {...fieldOf('kana')} />
      <TextEntry {...fieldOf('postalCode')} inputMode="numeric" />
      <TextEntry {...fieldOf('address')} />
      <TextEntry {...fieldOf('phone')} inputMode="tel" />
    </>
  );
}
