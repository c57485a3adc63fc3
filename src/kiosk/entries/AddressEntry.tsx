import { postalFile } from 'virtual:postal-file';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestAddress } from '../../domain/postal/address-suggestion';
import { findPostalDigits, type PostalFinding } from '../../domain/postal/postal-address';
import { readPostalCode } from '../../domain/applicant/numbers';
import { longestTexts } from '../../domain/applicant/written-text';
import { useServices } from '../tablet/tablet-services';
import { TextEntry } from '../ui/TextEntry';
import { AddressChoices } from './AddressChoices';
import styles from './AddressEntry.module.css';
import { useHasLeft } from './use-has-left';

export interface AddressText {
  readonly postalCode: string;
  readonly address: string;
}

interface AddressEntryProps {
  /** As it was typed: whoever keeps it reads it with `readPostalCode` and `readText`. */
  readonly value: AddressText;
  /** Both fields together, because a code fills in the address. */
  readonly onChange: (value: AddressText) => void;
  /** What is wrong with the address, in words, shown beside it; the postal code tells of itself. */
  readonly addressProblem?: string | undefined;
}

/** Longest that is pasted: 〒, spaces, a hyphen. */
const longestPostalCode = 12;
const bytesPerMegabyte = 1_000_000;
const listMegabytes = (postalFile.byteLength / bytesPerMegabyte).toFixed(1);

/**
 * Postal code and address. Seven digits fill the address up to its town, offline; of several towns one is chosen.
 * What was written by hand is kept until somebody chooses to replace it.
 */
export function AddressEntry({ value, onChange, addressProblem }: AddressEntryProps) {
  const { t } = useTranslation();
  const { postalCode, address } = value;
  const [filled, setFilled] = useState<string>();
  const { hasLeft, watch } = useHasLeft();
  const fill = (text: string): void => {
    setFilled(text);
    onChange({ postalCode, address: text });
  };
  const finding = useFinding(postalCode, (found) => {
    if (found.kind !== 'found') return;
    const suggestion = suggestAddress(found.addresses, { address, filled });
    if (suggestion.kind === 'fill') fill(suggestion.text);
  });
  const isWrong = hasLeft && readPostalCode(postalCode).kind === 'invalid';
  return (
    <div className={styles.entry}>
      <div className={styles.postalCode} {...watch}>
        <TextEntry
          label={t('entry.postalCode')}
          hint={t('entry.postalCodeHint', { size: listMegabytes })}
          value={postalCode}
          onChange={(written) => onChange({ postalCode: written, address })}
          error={isWrong ? t('entry.problem.postalCode') : undefined}
          inputMode="numeric"
          maxLength={longestPostalCode}
        />
      </div>
      <TextEntry
        label={t('entry.address')}
        hint={t('entry.addressHint')}
        value={address}
        onChange={(written) => onChange({ postalCode, address: written })}
        error={addressProblem}
        maxLength={longestTexts.address}
      />
      {finding ? <AddressChoices finding={finding} address={address} filled={filled} onChoose={fill} /> : null}
    </div>
  );
}

/** What the tablet's list says of a complete code; `onFound` once for each, with what is written by then. */
function useFinding(postalCode: string, onFound: (finding: PostalFinding) => void): PostalFinding | undefined {
  const { findPostalAddresses } = useServices();
  const [found, setFound] = useState<{ readonly digits: string; readonly finding: PostalFinding }>();
  const digits = findPostalDigits(postalCode);
  const take = useEffectEvent((finding: PostalFinding, ofDigits: string) => {
    setFound({ digits: ofDigits, finding });
    onFound(finding);
  });
  const lookUp = useEffectEvent(findPostalAddresses);
  useEffect(() => {
    if (digits === undefined) return undefined;
    let isSought = true;
    void lookUp(digits).then((finding) => {
      if (isSought) take(finding, digits);
    });
    return () => {
      isSought = false;
    };
  }, [digits]);
  return found && found.digits === digits ? found.finding : undefined;
}
