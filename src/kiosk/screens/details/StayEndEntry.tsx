import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findDayOfDigits } from '../../../domain/calendar/day';
import { Notice } from '../../ui/Notice';
import { NumberPad } from '../../ui/NumberPad';
import { TypedDate } from '../../ui/TypedDate';
import styles from './DetailsStep.module.css';

const wholeDate = 8;

interface StayEndEntryProps {
  readonly digits: string;
  readonly onChange: (digits: string) => void;
  readonly children: ReactNode;
}

/** 在留期間等満了日 as residence cards print it: western year first, two digits each for month and day. */
export function StayEndEntry({ digits, onChange, children }: StayEndEntryProps) {
  const { t } = useTranslation();
  const fields = { year: digits.slice(0, 4), month: digits.slice(4, 6), day: digits.slice(6) };
  const next = digits.length < 4 ? 'year' : digits.length < 6 ? 'month' : digits.length < wholeDate ? 'day' : undefined;
  const isNoDay = digits.length === wholeDate && !findDayOfDigits(digits);
  return (
    <div className={styles.stayEnd}>
      <div className={styles.typed}>
        <p>
          <strong>{t('details.stay.end')}</strong> <small>{t('details.stay.endHint')}</small>
        </p>
        <TypedDate fields={fields} next={next} />
        {isNoDay ? <Notice tone="error">{t('wizard.person.problem.notInCalendar')}</Notice> : null}
        {children}
      </div>
      <NumberPad
        label={t('details.stay.end')}
        onDigit={(digit) => onChange((digits + digit).slice(0, wholeDate))}
        onErase={() => onChange(digits.slice(0, -1))}
        onEraseAll={() => onChange('')}
      />
    </div>
  );
}
