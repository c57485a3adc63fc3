import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OverrideReason } from '../../../domain/photo/exceptions/override';
import { reasonsFor } from '../../../domain/photo/exceptions/reasons-for';
import type { PhotoCheck } from '../../../domain/photo/judgement/checks';
import { ActionButton } from '../../ui/ActionButton';
import { AskDialog } from '../../ui/AskDialog';
import { ChoiceCards } from '../../ui/ChoiceCards';

interface OverrideDialogProps {
  readonly failed: readonly PhotoCheck[];
  readonly offered: readonly OverrideReason[];
  readonly onReason: (reason: OverrideReason) => void;
  readonly onClose: () => void;
}

/** Why this photo is used although a check failed: nobody is turned away, and the office reads the reason. */
export function OverrideDialog({ failed, offered, onReason, onClose }: OverrideDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<OverrideReason | null>(null);
  return (
    <AskDialog
      title={t('photo.review.override.title')}
      onDismiss={onClose}
      actions={
        <>
          <ActionButton tone="quiet" size="small" onPress={onClose}>
            {t('common.action.back')}
          </ActionButton>
          <ActionButton size="small" onPress={() => reason && onReason(reason)} isDisabled={!reason}>
            {t('photo.review.override.confirm')}
          </ActionButton>
        </>
      }
    >
      <p>{t('photo.review.override.lead')}</p>
      <ul>
        {failed.map((check) => (
          <li key={check}>{t(`photo.review.check.${check}`)}</li>
        ))}
      </ul>
      <ChoiceCards
        label={t('photo.review.override.title')}
        isLabelHidden
        columns={2}
        value={reason}
        choices={reasonsFor(failed, offered).map((value) => ({ value, label: t(`photo.review.override.reason.${value}`) }))}
        onChange={setReason}
      />
    </AskDialog>
  );
}
