import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { findBirthDate } from '../../domain/application/draft-facts';
import type { Draft } from '../../domain/application/draft';
import { ageOn } from '../../domain/calendar/age';
import { touchpointDefaults } from '../../domain/campaign/touchpoint';
import { useGroup } from '../group/group-store';
import { addFamilyMember, resumeMember } from '../session/family';
import { familySize } from '../session/family-members';
import { useSession } from '../session/session-store';
import { isWorkStopped, useTablet } from '../tablet/tablet-store';
import { Icon } from '../ui/Icon';
import styles from './FamilyBar.module.css';

/** Who of a family is served, waits and is done. Any of them can be taken next; nothing typed is lost by it. */
export function FamilyBar() {
  const { t } = useTranslation();
  const { family, opening, channel, place } = useSession();
  const isOfRoster = useGroup(({ servedRow }) => servedRow !== undefined);
  const isStopped = useTablet(isWorkStopped);
  if (!opening || channel !== 'assisted' || isOfRoster || place.kind === 'photoOnly') return null;
  const size = familySize(family);
  const isExpected = touchpointDefaults[opening.touchpoint].isFamilyExpected;
  if (size === 1 && !isExpected) return null;
  return (
    <div className={styles.family} role="group" aria-label={t('family.label')}>
      {Array.from({ length: size }, (_, index) => (
        <FamilyMember key={index} number={index + 1} />
      ))}
      <Button className={styles.add} onPress={addFamilyMember} isDisabled={isStopped}>
        {t('family.add')}
      </Button>
    </div>
  );
}

function FamilyMember({ number }: { readonly number: number }) {
  const { t } = useTranslation();
  const { family, draft, opening } = useSession();
  const waiting = family.waiting.find((member) => member.number === number);
  const isNow = draft !== undefined && family.number === number;
  const isSealed = family.sealed.some((member) => member.number === number);
  const ageWords = (whose: Draft | undefined): string => {
    const birthDate = whose && opening ? findBirthDate(whose, opening.day) : undefined;
    return birthDate && opening ? t('family.age', { age: ageOn(birthDate, opening.day) }) : '';
  };
  const name = `${t('family.member', { number })}${ageWords(isNow ? draft : waiting?.draft)}`;
  if (waiting) {
    return (
      <Button className={styles.member} onPress={() => resumeMember(number)}>
        {name} <small>{t('family.waiting')}</small>
      </Button>
    );
  }
  if (!isNow && !isSealed) return null;
  return (
    <span className={clsx(styles.member, isNow ? styles.now : styles.sealed)} aria-current={isNow ? 'true' : undefined}>
      {isSealed ? <Icon name="check" size={18} /> : null}
      {name} <small>{t(isNow ? 'family.now' : 'family.sealed')}</small>
    </span>
  );
}
