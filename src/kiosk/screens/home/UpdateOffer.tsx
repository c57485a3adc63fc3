import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../tablet/tablet-services';
import { ActionButton } from '../../ui/ActionButton';
import { Notice } from '../../ui/Notice';

/** A newer version waits; staff let it take over between two people, once no other tab serves anybody. */
export function UpdateOffer() {
  const { t } = useTranslation();
  const { applyUpdate } = useServices();
  const [isBusyElsewhere, setBusyElsewhere] = useState(false);
  const apply = async (): Promise<void> => {
    setBusyElsewhere(!(await applyUpdate()));
  };
  return (
    <Notice
      tone={isBusyElsewhere ? 'attention' : 'info'}
      action={
        <ActionButton tone="outline" size="small" onPress={() => void apply()}>
          {t('update.now')}
        </ActionButton>
      }
    >
      {t(isBusyElsewhere ? 'update.busyElsewhere' : 'update.waits')}
    </Notice>
  );
}
