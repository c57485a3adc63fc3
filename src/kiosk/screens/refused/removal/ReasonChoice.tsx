import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RemovalReason, removalReasons } from '../../../../domain/submission/removal';
import type { Entry } from '../../../../queue/entry';
import { ActionButton } from '../../../ui/ActionButton';
import { ChoiceCards } from '../../../ui/ChoiceCards';
import { Notice } from '../../../ui/Notice';
import styles from './RemovalScreen.module.css';

interface ReasonChoiceProps {
  readonly entry: Entry;
  readonly onChosen: (reason: RemovalReason) => void;
}

/** Why: one of a closed list, so that nobody writes a name into it. */
export function ReasonChoice({ entry, onChosen }: ReasonChoiceProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<RemovalReason | null>(null);
  return (
    <div className={styles.step}>
      <h1>{t('refused.removal.title')}</h1>
      <p className={styles.number}>{entry.receptionNumber}</p>
      <Notice tone="attention">{t('refused.removal.lead')}</Notice>
      <ChoiceCards
        label={t('refused.removal.title')}
        isLabelHidden
        value={reason}
        choices={removalReasons.map((value) => ({
          value,
          label: t(`refused.removal.reason.${value}`),
          hint: t(`refused.removal.reasonHint.${value}`),
        }))}
        onChange={setReason}
      />
      <div className={styles.end}>
        <ActionButton onPress={() => reason && onChosen(reason)} isDisabled={!reason}>
          {t('common.action.next')}
        </ActionButton>
      </div>
    </div>
  );
}
