import { useTranslation } from 'react-i18next';
import { findBirthDate, hasCircumstance, kindReasonOf } from '../../../domain/application/draft-facts';
import { touchpointDefaults, type TouchpointHint } from '../../../domain/campaign/touchpoint';
import { type ExpressReason, expressReasons } from '../../../domain/rules/express-rule';
import { needsPhoto } from '../../../domain/rules/photo-rule';
import { needsRepresentative } from '../../../domain/rules/representative-rule';
import { type Session, useSession } from '../../session/session-store';
import { useConfiguration } from '../../tablet/tablet-store';
import { Notice } from '../../ui/Notice';

/** What this touchpoint is a reminder of for this person, and 特急発行, which only the counter can do. */
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
      {expressFor(session).map((reason) => (
        <ExpressNotice key={reason} reason={reason} />
      ))}
    </>
  );
}

function ExpressNotice({ reason }: { readonly reason: ExpressReason }) {
  const { t } = useTranslation();
  const { municipality } = useConfiguration();
  return (
    <Notice tone="info">
      {t(`choices.express.${reason}`)} {t('choices.express.counterOnly')}
      <br />
      <strong>{t('choices.express.counter', { contact: municipality.contact || municipality.name })}</strong>
    </Notice>
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

function expressFor({ draft, opening }: Session): readonly ExpressReason[] {
  const birthDate = draft && opening ? findBirthDate(draft, opening.day) : undefined;
  if (!draft || !opening || !birthDate) return [];
  const isFromAbroad = hasCircumstance(draft, 'fromAbroad');
  return expressReasons({ birthDate, kind: draft.kind, kindReason: kindReasonOf(draft), isFromAbroad }, opening.day);
}
