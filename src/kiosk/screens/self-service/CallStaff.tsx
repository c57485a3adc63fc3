import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../ui/ActionButton';
import { AskDialog } from '../../ui/AskDialog';

/** A person to call, on every screen of the resident's view. Nothing entered is lost by calling. */
export function CallStaff() {
  const { t } = useTranslation();
  const [isCalling, setIsCalling] = useState(false);
  const close = (): void => setIsCalling(false);
  return (
    <>
      <ActionButton tone="quiet" size="small" onPress={() => setIsCalling(true)}>
        {t('selfService.call')}
      </ActionButton>
      {isCalling ? (
        <AskDialog
          title={t('selfService.called.title')}
          onDismiss={close}
          actions={<ActionButton onPress={close}>{t('selfService.called.close')}</ActionButton>}
        >
          <p>{t('selfService.called.lead')}</p>
        </AskDialog>
      ) : null}
    </>
  );
}
