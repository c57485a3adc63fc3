import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeGroup, useGroup } from '../../group/group-store';
import { goTo, useSession } from '../../session/session-store';
import { useServices } from '../../tablet/tablet-services';
import { ActionButton } from '../../ui/ActionButton';
import { AskDialog } from '../../ui/AskDialog';

/** The end of the opening: a supervisor destroys the roster on this tablet, after being asked. */
export function DestroyRoster() {
  const { t } = useTranslation();
  const { rosters } = useServices();
  const isSupervisor = useSession((session) => session.attendant?.role === 'supervisor');
  const openingId = useGroup(({ group }) => group?.openingId);
  const [isAsking, setIsAsking] = useState(false);
  if (!isSupervisor || openingId === undefined) return null;
  const destroy = (): void => {
    void rosters.destroyRoster(openingId).then(() => {
      closeGroup();
      goTo({ kind: 'home' });
    });
  };
  return (
    <>
      <ActionButton tone="quiet" onPress={() => setIsAsking(true)}>
        {t('group.destroy.action')}
      </ActionButton>
      {isAsking ? (
        <AskDialog
          role="alertdialog"
          title={t('group.destroy.title')}
          onDismiss={() => setIsAsking(false)}
          actions={
            <>
              <ActionButton tone="danger" onPress={destroy}>
                {t('group.destroy.confirm')}
              </ActionButton>
              <ActionButton onPress={() => setIsAsking(false)}>{t('group.destroy.cancel')}</ActionButton>
            </>
          }
        >
          <p>{t('group.destroy.lead')}</p>
        </AskDialog>
      ) : null}
    </>
  );
}
