import { useTranslation } from 'react-i18next';
import type { Application } from '../../../domain/application/application';
import { certificateNames } from '../../../domain/rules/certificate-rule';
import { useFeeWords } from '../choices/use-fee-words';
import type { CheckRow } from './check-row';

/** What was chosen: how the card comes, the kind with its reason and fee, certificates, contact. */
export function useChoiceRows(application: Application): readonly CheckRow[] {
  const { t } = useTranslation();
  const { contact, kind, kindReason, method } = application;
  const feeWords = useFeeWords();
  const kindWords = t(`common.kind.${kind}`);
  const contactWords = [contact.name, contact.mail].filter((part) => part !== null).join(' / ');
  const row = { step: 'choices' } as const;
  return [
    { ...row, name: t('wizard.check.method'), value: t(`common.method.${method}`), note: t(`common.methodHint.${method}`) },
    {
      ...row,
      name: t('wizard.check.kind'),
      value: kindReason
        ? t('choices.check.kindWithReason', { kind: kindWords, reason: t(`wizard.kindReason.${kindReason}`) })
        : kindWords,
      ...(feeWords === undefined ? {} : { note: feeWords }),
    },
    {
      ...row,
      name: t('wizard.check.certificates'),
      value: useCertificateWords(application),
      ...(application.isFaceAuthentication ? { note: t('choices.check.faceAuthentication') } : {}),
    },
    contactWords === ''
      ? { ...row, name: t('wizard.check.contact'), value: t('wizard.check.noContact'), note: t('wizard.check.noContactNote') }
      : { ...row, name: t('wizard.check.contact'), value: contactWords },
  ];
}

function useCertificateWords({ certificates }: Application): string {
  const { t } = useTranslation();
  const issued = certificateNames.filter((name) => certificates[name] === 'issue');
  if (issued.length === certificateNames.length) return t('wizard.check.both');
  const only = issued[0];
  return only ? t('wizard.check.only', { name: t(`common.certificate.${only}`) }) : t('wizard.check.neither');
}
