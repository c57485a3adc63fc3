import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { findByApplicationId } from '../../../domain/roster/find-people';
import { checkIn } from '../../group/serve-group';
import { useGroup } from '../../group/group-store';
import { goTo, useSession } from '../../session/session-store';
import { useServices } from '../../tablet/tablet-services';
import { ActionButton } from '../../ui/ActionButton';
import { Notice } from '../../ui/Notice';

/** Beside a form that was read, while a roster is open: whose it is. The form's own code checks that person in. */
export function RosterMatch() {
  const { t } = useTranslation();
  const { rosters } = useServices();
  const group = useGroup((state) => state.group);
  const servedRow = useGroup((state) => state.servedRow);
  const applicationId = useSession((session) => session.draft?.applicationId);
  const source = useSession((session) => session.draft?.applicationIdSource);
  const found = group && applicationId && findByApplicationId(group.rows, applicationId);
  const served = group?.rows.find(({ row }) => row === servedRow);
  useEffect(() => {
    if (found && !served) checkIn(rosters, found);
  }, [found, served, rosters]);
  if (!group || (!served && !applicationId)) return null;
  if (!served) {
    const choose = (
      <ActionButton tone="outline" size="small" onPress={() => goTo({ kind: 'group' })}>
        {t('group.form.choose')}
      </ActionButton>
    );
    return (
      <Notice tone="attention" action={choose}>
        {t('group.form.unknown')}
      </Notice>
    );
  }
  const { name, number, applicationId: expectedId } = served.person;
  const isDifferent = expectedId !== null && applicationId !== undefined && expectedId !== applicationId;
  return (
    <>
      <Notice tone="done">
        <strong translate="no">{t('group.form.matched', { name })}</strong> {number ? t('group.form.number', { number }) : ''}
      </Notice>
      {isDifferent ? <Notice tone="error">{t('group.form.different')}</Notice> : null}
      {source === 'roster' ? <Notice tone="info">{t('group.form.fromRoster')}</Notice> : null}
    </>
  );
}
