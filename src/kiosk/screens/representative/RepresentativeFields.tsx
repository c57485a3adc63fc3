import { useTranslation } from 'react-i18next';
import { readKana } from '../../../domain/applicant/kana';
import { readPhone, readPostalCode } from '../../../domain/applicant/numbers';
import { type RepresentativePart, sharesAddress } from '../../../domain/applicant/representative';
import type { RepresentativeEntry } from '../../../domain/applicant/representative-entry';
import { longestTexts, readText } from '../../../domain/applicant/written-text';
import type { RepresentedAs } from '../../../domain/rules/representative-rule';
import { changeRepresentative } from '../../session/change-people';
import { TextEntry } from '../../ui/TextEntry';
import { ToggleCard } from '../../ui/ToggleCard';

interface RepresentativeFieldsProps {
  readonly as: RepresentedAs;
  readonly entry: RepresentativeEntry;
  readonly missing: readonly RepresentativePart[];
  /** Whether what is missing is named too, not only what is wrong. */
  readonly isDemanded: boolean;
}

type Field = 'name' | 'kana' | 'phone' | 'postalCode' | 'address';
interface FieldReading {
  readonly kind: string;
  readonly problem?: 'tooLong' | 'personalNumber' | 'notKana';
}

const readers: Readonly<Record<Field, (text: string) => FieldReading>> = {
  name: (text) => readText(text, longestTexts.name),
  kana: readKana,
  phone: readPhone,
  postalCode: readPostalCode,
  address: (text) => readText(text, longestTexts.address),
};

/** Name, kana, telephone, and the address where it is not the applicant's. */
export function RepresentativeFields({ as, entry, missing, isDemanded }: RepresentativeFieldsProps) {
  const { t } = useTranslation();
  const problemOf = (field: Field): string | undefined => {
    const reading = readers[field](entry[field]);
    if (reading.kind === 'invalid') return t(`entry.problem.${reading.problem ?? field}`);
    return isDemanded && missing.includes(field) ? t(`representative.needed.${field}`) : undefined;
  };
  const fieldOf = (field: Field) => ({
    label: t(`entry.${field}`),
    value: entry[field],
    error: problemOf(field),
    onChange: (value: string) => changeRepresentative({ [field]: value }),
  });
  return (
    <>
      <TextEntry {...fieldOf('name')} />
      <TextEntry {...fieldOf('kana')} />
      <TextEntry {...fieldOf('phone')} inputMode="tel" hint={t('entry.optional')} />
      <ToggleCard
        label={t('representative.sharesAddress')}
        isSelected={sharesAddress(entry, as)}
        onChange={(isShared) => changeRepresentative({ sharesAddress: isShared })}
      />
      {sharesAddress(entry, as) ? null : (
        <>
          <TextEntry {...fieldOf('postalCode')} inputMode="numeric" hint={t('entry.optional')} />
          <TextEntry {...fieldOf('address')} />
        </>
      )}
    </>
  );
}
