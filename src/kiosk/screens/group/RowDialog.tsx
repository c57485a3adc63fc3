import { useTranslation } from 'react-i18next';
import type { CheckInState } from '../../../domain/roster/check-in';
import type { RosterRow } from '../../../domain/roster/find-people';
import { markRow } from '../../group/serve-group';
import { useGroup } from '../../group/group-store';
import { useServices } from '../../tablet/tablet-services';
import { ActionButton } from '../../ui/ActionButton';
import { AskDialog } from '../../ui/AskDialog';

/** Marks that are set by hand: somebody does not apply, or a mark was a mistake. */
export function RowDialog({ row, onClose }: { readonly row: RosterRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { rosters } = useServices();
  const state = useGroup(({ group }) => group?.checkIns.get(row.row));
  const mark = (next: CheckInState | undefined): void => {
    void markRow(rosters, row.row, next).then(onClose);
  };
  const isSealed = state === 'sealed';
  return (
    <AskDialog
      title={t('group.change.title', { name: row.person.name })}
      onDismiss={onClose}
      actions={
        <>
          {isSealed || state === undefined ? null : (
            <ActionButton tone="outline" onPress={() => mark(undefined)}>
              {t('group.change.undo')}
            </ActionButton>
          )}
          {isSealed || state === 'declined' ? null : (
            <ActionButton tone="outline" onPress={() => mark('declined')}>
              {t('group.change.decline')}
            </ActionButton>
          )}
          <ActionButton onPress={onClose}>{t('group.change.close')}</ActionButton>
        </>
      }
    >
      <p>{isSealed ? t('group.change.sealed') : t(`group.state.${state ?? 'expected'}`)}</p>
    </AskDialog>
  );
}
