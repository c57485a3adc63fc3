import { useTranslation } from 'react-i18next';
import { useGroup } from '../group/group-store';
import { addFamilyMember, resumeMember } from '../session/family';
import { startApplication, useSession } from '../session/session-store';
import { isWorkStopped, useTablet } from '../tablet/tablet-store';
import { ActionButton } from '../ui/ActionButton';

/** After a seal, on to whoever is next: the one of the family who waits, before anybody else. */
export function NextPerson() {
  const { t } = useTranslation();
  const next = useSession(({ family }) => family.waiting[0]);
  if (next) {
    return (
      <ActionButton onPress={() => resumeMember(next.number)} autoFocus>
        {t('family.resume', { number: next.number })}
      </ActionButton>
    );
  }
  return (
    <ActionButton onPress={startApplication} autoFocus>
      {t('session.home.next')}
    </ActionButton>
  );
}

/** Somebody more of the same family: what they share need not be asked again. A roster's people come one by one. */
export function NextOfFamily() {
  const { t } = useTranslation();
  const isOfRoster = useGroup(({ group }) => group !== undefined);
  const isStopped = useTablet(isWorkStopped);
  if (isOfRoster) return null;
  return (
    <ActionButton tone="outline" onPress={addFamilyMember} isDisabled={isStopped}>
      {t('family.next')}
    </ActionButton>
  );
}
