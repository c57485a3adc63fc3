import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import type { Day } from '../../../domain/calendar/day';
import { adHocOpening, readHours } from '../../../domain/campaign/ad-hoc-opening';
import type { Opening } from '../../../domain/campaign/opening';
import { type Touchpoint, touchpoints } from '../../../domain/campaign/touchpoint';
import { monthDayWords } from '../../../i18n/day-words';
import { StatusLine } from '../../status/StatusLine';
import { useConfiguration } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { ChoiceCards } from '../../ui/ChoiceCards';
import { Icon } from '../../ui/Icon';
import { Screen } from '../../ui/Screen';
import { TextEntry } from '../../ui/TextEntry';
import styles from './AdHocOpening.module.css';

interface AdHocOpeningProps {
  readonly today: Day;
  readonly onMade: (opening: Opening) => void;
  readonly onBack: () => void;
}

const longestName = 100;

/** An opening that nobody prepared: place, what happens there, hours. The method follows from the touchpoint. */
export function AdHocOpening({ today, onMade, onBack }: AdHocOpeningProps) {
  const { t } = useTranslation();
  const { campaigns } = useConfiguration();
  const [venue, setVenue] = useState('');
  const [title, setTitle] = useState('');
  const [touchpoint, setTouchpoint] = useState<Touchpoint>('event');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const hours = readHours(from, to);
  const areHoursWrong = (from !== '' || to !== '') && hours === undefined;
  const wish = { venue, title: title.trim() || t(`touchpoint.${touchpoint}`), touchpoint, hours };
  const opening = adHocOpening(wish, today, campaigns, uuidv7());
  return (
    <Screen
      bar={<StatusLine />}
      back={
        <ActionButton tone="quiet" onPress={onBack}>
          <Icon name="back" />
          {t('common.action.back')}
        </ActionButton>
      }
      primary={
        <ActionButton onPress={() => onMade(opening)} isDisabled={opening.venue === '' || areHoursWrong}>
          {t('adHoc.make')}
        </ActionButton>
      }
    >
      <div className={styles.opening}>
        <h1>{t('adHoc.title')}</h1>
        <p>{t('adHoc.lead', { date: monthDayWords(t, today) })}</p>
        <div className={styles.fields}>
          <TextEntry
            label={t('adHoc.venue')}
            hint={t('adHoc.venueHint')}
            value={venue}
            onChange={setVenue}
            maxLength={longestName}
          />
          <TextEntry
            label={t('adHoc.name')}
            hint={t('adHoc.nameHint')}
            value={title}
            onChange={setTitle}
            maxLength={longestName}
          />
          <TextEntry label={t('adHoc.from')} hint={t('adHoc.hoursHint')} value={from} onChange={setFrom} maxLength={5} />
          <TextEntry
            label={t('adHoc.to')}
            value={to}
            onChange={setTo}
            maxLength={5}
            error={areHoursWrong && to !== '' ? t('adHoc.hoursInvalid') : undefined}
          />
        </div>
        <ChoiceCards
          label={t('adHoc.touchpoint')}
          columns={3}
          value={touchpoint}
          choices={touchpoints.map((value) => ({ value, label: t(`touchpoint.${value}`) }))}
          onChange={setTouchpoint}
        />
        <p>{t('adHoc.method', { method: t(`common.method.${opening.method}`) })}</p>
      </div>
    </Screen>
  );
}
