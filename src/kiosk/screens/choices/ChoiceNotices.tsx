import { useTranslation } from 'react-i18next';
import { findBirthDate, hasCircumstance } from '../../../domain/application/draft-facts';
import { touchpointDefaults, type TouchpointHint } from '../../../domain/campaign/touchpoint';
import { needsPhoto } from '../../../domain/rules/photo-rule';
import { needsRepresentative } from '../../../domain/rules/representative-rule';
import { type Session, useSession } from '../../session/session-store';
import { Notice } from '../../ui/Notice';
import { ApplicationNotices } from './ApplicationNotices';

/** What this touchpoint is a reminder of for this person, and what they should be told. */
export function ChoiceNotices() {
  const { t } = useTranslation();
  const session = useSession();
  const hints = hintsFor(session);
  return (
    <>
      {hints.length > 0 ? (
        <Notice tone="info">
          {hints.map((hint) => (
            <p key={hint}>{t(`choices.hint.${hint}`)}</p>
          ))}
        </Notice>
      ) : null}
      <ApplicationNotices kinds={['border', 'express']} />
    </>
  );
}

type Shown = Exclude<TouchpointHint, 'knownBeforehand'>;

/** Of the touchpoint's hints those that are true of this person. That people are known beforehand is for the office. */
function hintsFor({ draft, opening }: Session): readonly Shown[] {
  const birthDate = draft && opening ? findBirthDate(draft, opening.day) : undefined;
  if (!draft || !opening || !birthDate) return [];
  const isTrue: Readonly<Record<Shown, boolean>> = {
    noPhotoUnderOne: !needsPhoto(birthDate, opening.day),
    representative: needsRepresentative(birthDate, opening.day, hasCircumstance(draft, 'adultWard')),
    licenceGone: true,
  };
  return touchpointDefaults[opening.touchpoint].hints.filter((hint) => hint !== 'knownBeforehand').filter((hint) => isTrue[hint]);
}
