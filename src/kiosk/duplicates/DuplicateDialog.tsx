import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DuplicateReason, duplicateReasons } from '../../domain/application/duplicate';
import { forgetApplicationId, giveDuplicateReason, leaveApplication, useSession } from '../session/session-store';
import { changeStep } from '../session/wizard-moves';
import { ActionButton } from '../ui/ActionButton';
import { AskDialog } from '../ui/AskDialog';
import { ChoiceCards } from '../ui/ChoiceCards';
import { EarlierList } from './EarlierList';

/** What only somebody of the staff can say. */
const staffReasons: readonly DuplicateReason[] = ['checkedByStaff'];

/** The form was taken before: when and where, and why it is taken again, or not. */
export function DuplicateDialog() {
  const { t } = useTranslation();
  const { channel, earlier } = useSession();
  const [reason, setReason] = useState<DuplicateReason | null>(null);
  const isAlone = channel === 'selfService';
  const offered = duplicateReasons.filter((candidate) => !isAlone || !staffReasons.includes(candidate));
  const readOtherForm = (): void => {
    forgetApplicationId();
    changeStep('form');
  };
  return (
    <AskDialog
      title={t('duplicate.title')}
      role="alertdialog"
      // There is no answer that is safe to take for granted, so Escape is none.
      onDismiss={() => undefined}
      actions={
        <>
          <ActionButton tone="danger" size="small" onPress={leaveApplication}>
            {t('duplicate.leave')}
          </ActionButton>
          <ActionButton tone="outline" size="small" onPress={readOtherForm}>
            {t('duplicate.otherForm')}
          </ActionButton>
          <ActionButton size="small" onPress={() => reason && giveDuplicateReason(reason)} isDisabled={!reason}>
            {t('duplicate.goOn')}
          </ActionButton>
        </>
      }
    >
      <p>{t(isAlone ? 'duplicate.leadAlone' : 'duplicate.lead')}</p>
      <EarlierList earlier={earlier} />
      <ChoiceCards
        label={t('duplicate.reasonLabel')}
        columns={2}
        value={reason}
        choices={offered.map((value) => ({ value, label: t(`duplicate.reason.${value}`) }))}
        onChange={setReason}
      />
    </AskDialog>
  );
}
