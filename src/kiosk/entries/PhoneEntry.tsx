import { useTranslation } from 'react-i18next';
import { readPhone } from '../../domain/applicant/numbers';
import { TextEntry } from '../ui/TextEntry';
import { useHasLeft } from './use-has-left';

interface PhoneEntryProps {
  /** As it was typed: whoever keeps it reads it with `readPhone`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
}

/** A telephone number, which may be left out; what is wrong with it is said once the field was left. */
export function PhoneEntry({ value, onChange, hint }: PhoneEntryProps) {
  const { t } = useTranslation();
  const { hasLeft, watch } = useHasLeft();
  const isWrong = hasLeft && readPhone(value).kind === 'invalid';
  return (
    <div {...watch}>
      <TextEntry
        label={t('entry.phone')}
        value={value}
        onChange={onChange}
        error={isWrong ? t('entry.problem.phone') : undefined}
        inputMode="tel"
        {...(hint === undefined ? {} : { hint })}
      />
    </div>
  );
}
