import { useTranslation } from 'react-i18next';
import { readKana } from '../../../domain/applicant/kana';
import { type RepresentativePart, sharesAddress } from '../../../domain/applicant/representative';
import type { RepresentativeEntry } from '../../../domain/applicant/representative-entry';
import { longestTexts, readText } from '../../../domain/applicant/written-text';
import type { RepresentedAs } from '../../../domain/rules/representative-rule';
import { changeRepresentative } from '../../session/change-people';
import { AddressEntry } from '../../entries/AddressEntry';
import { NameEntry } from '../../entries/NameEntry';
import { PhoneEntry } from '../../entries/PhoneEntry';
import { ToggleCard } from '../../ui/ToggleCard';

interface RepresentativeFieldsProps {
  readonly as: RepresentedAs;
  readonly entry: RepresentativeEntry;
  readonly missing: readonly RepresentativePart[];
  /** Whether what is missing is named too, not only what is wrong. */
  readonly isDemanded: boolean;
}

type Field = 'name' | 'kana' | 'address';
interface FieldReading {
  readonly kind: string;
  readonly problem?: 'tooLong' | 'personalNumber' | 'notKana';
}

const readers: Readonly<Record<Field, (text: string) => FieldReading>> = {
  name: (text) => readText(text, longestTexts.name),
  kana: readKana,
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
  return (
    <>
      <NameEntry value={entry} onChange={changeRepresentative} problems={{ name: problemOf('name'), kana: problemOf('kana') }} />
      <PhoneEntry value={entry.phone} onChange={(phone) => changeRepresentative({ phone })} hint={t('entry.optional')} />
      <ToggleCard
        label={t('representative.sharesAddress')}
        isSelected={sharesAddress(entry, as)}
        onChange={(isShared) => changeRepresentative({ sharesAddress: isShared })}
      />
      {sharesAddress(entry, as) ? null : (
        <AddressEntry value={entry} onChange={changeRepresentative} addressProblem={problemOf('address')} />
      )}
    </>
  );
}
