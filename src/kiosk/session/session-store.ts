import { v7 as uuidv7 } from 'uuid';
import { create } from 'zustand';
import { type DuplicateReason, type EarlierApplication, mergeEarlier } from '../../domain/application/duplicate';
import { type Draft, emptyDraft, familyDraft, type IdPhoto } from '../../domain/application/draft';
import type { WizardStep } from '../../domain/application/steps';
import type { Channel } from '../../domain/campaign/channel';
import { usualMethod } from '../../domain/campaign/method';
import type { Opening } from '../../domain/campaign/opening';
import type { ApplicationId } from '../../domain/form/application-id';
import type { SlipPaper } from '../../domain/slip/slip-paper';
import type { SlipFacts } from '../../domain/slip/what-comes-next';
import type { ReceptionNumber } from '../../domain/submission/reception-number';
import type { Sitting } from '../../domain/photo/exceptions/sitting';
import type { Attendant } from '../../protocol/configuration';
import { isWorkStopped, useTablet } from '../tablet/tablet-store';
import { alone, type Family } from './family-members';
import { newcomer, noDuplicate, nothingTyped, type Person, type TypedId, wipePhotos } from './person';

/**
 * Where the person in front of the tablet is:
 *
 *   signIn ─▶ home ─▶ wizard ─▶ sealed ─▶ home (staff) or welcome (resident alone)
 *              ├────▶ counts, refused, transfer
 *              ├────▶ group ─▶ wizard, for somebody of the roster
 *              ├────▶ photoOnly ─▶ home
 *              └────▶ welcome ─▶ wizard      and back to home only by PIN
 */
export type Place =
  | { readonly kind: 'signIn' }
  | { readonly kind: 'home' }
  | { readonly kind: 'counts' }
  | { readonly kind: 'group' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'transfer' }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'photoOnly'; readonly step: 'photo' | 'sheet' }
  | { readonly kind: 'wizard'; readonly step: WizardStep; readonly cameFromCheck: boolean }
  | {
      readonly kind: 'sealed';
      readonly receptionNumber: ReceptionNumber;
      readonly slip: SlipFacts;
      /** The tablet had no room: what was sealed lies in the file of this name, and somebody must carry it. */
      readonly file?: string;
    };

export interface Session extends Person {
  readonly place: Place;
  readonly opening: Opening | undefined;
  readonly attendant: Attendant | undefined;
  readonly channel: Channel;
  readonly family: Family;
  /** While an application is being sealed nothing may change or wipe it. */
  readonly isSealing: boolean;
  readonly isLocked: boolean;
  /** How the photo step helps, until sign-out; undefined: as configured. */
  readonly isShutterAutomatic: boolean | undefined;
  readonly isVoiceOn: boolean;
  /** What slips are printed on, until sign-out. */
  readonly slipPaper: SlipPaper;
}

const nobody: Session = {
  place: { kind: 'signIn' },
  opening: undefined,
  attendant: undefined,
  channel: 'assisted',
  ...newcomer,
  family: alone,
  isSealing: false,
  isLocked: false,
  isShutterAutomatic: undefined,
  isVoiceOn: false,
  slipPaper: 'a4',
};

export const useSession = create<Session>()(() => nobody);

const { getState, setState } = useSession;

export function signIn(opening: Opening, attendant: Attendant): void {
  setState({ ...nobody, opening, attendant, place: { kind: 'home' } });
}

/** Leaves the opening and the attendant; used to change either. */
export function signOut(): void {
  wipe();
  setState(nobody);
}

export function lock(): void {
  setState({ isLocked: true });
}

export function unlock(): void {
  setState({ isLocked: false });
}

export function goTo(place: Extract<Place, { kind: 'home' | 'counts' | 'group' | 'refused' | 'transfer' }>): void {
  setState({ place });
}

/** Hands the tablet to a resident: no staff function until somebody with a PIN takes it back. */
export function handToResident(): void {
  setState({ channel: 'selfService', place: { kind: 'welcome' } });
}

export function takeBackFromResident(): void {
  wipe();
  setState({ channel: 'assisted', place: { kind: 'home' } });
}

/** 次の方: a new application with the usual answers of this opening. */
export function startApplication(): void {
  const { opening, channel } = getState();
  if (!opening) throw new Error('no opening chosen');
  // From wherever it was asked for: that screen says why, and what can be done.
  if (isWorkStopped(useTablet.getState())) return leaveApplication();
  wipe();
  setState({
    draft: emptyDraft(usualMethod(opening.method, channel)),
    envelopeId: uuidv7(),
    place: { kind: 'wizard', step: 'form', cameFromCheck: false },
  });
}

/** To the first step of the application being made. */
export function goToForm(): void {
  setState({ place: { kind: 'wizard', step: 'form', cameFromCheck: false } });
}

/** 写真のみ: a photo for a paper form; nothing of it is sealed. */
export function startPhotoOnly(): void {
  wipe();
  setState({ draft: emptyDraft('photoOnly'), place: { kind: 'photoOnly', step: 'photo' } });
}

export function changeDraft(change: Partial<Draft>): void {
  const { draft, isSealing } = getState();
  if (draft && !isSealing) setState({ draft: { ...draft, ...change } });
}

export function changeTypedId(typedId: TypedId): void {
  setState({ typedId });
}

/** Another form: nothing of the ID that was read or typed remains. */
export function forgetApplicationId(): void {
  changeTypedId(nothingTyped);
  changeDraft({ applicationId: undefined, applicationIdSource: undefined });
  setState(noDuplicate);
}

/** Notes earlier applications with this ID, unless another form is on screen by now. The one being made is none. */
export function noteEarlier(applicationId: ApplicationId, found: readonly EarlierApplication[]): void {
  const { draft, earlier, envelopeId } = getState();
  const others = found.filter((candidate) => candidate.envelopeId !== envelopeId);
  if (draft?.applicationId !== applicationId || others.length === 0) return;
  setState({ earlier: mergeEarlier(earlier, others) });
}

export function giveDuplicateReason(duplicateReason: DuplicateReason): void {
  setState({ duplicateReason });
}

export function chooseSitting(sitting: Sitting): void {
  setState({ sitting });
}

export function switchShutter(isShutterAutomatic: boolean): void {
  setState({ isShutterAutomatic });
}

export function switchVoice(isVoiceOn: boolean): void {
  setState({ isVoiceOn });
}

export function chooseSlipPaper(slipPaper: SlipPaper): void {
  setState({ slipPaper });
}

/** A photo becomes the application's. */
export function acceptPhoto(photo: IdPhoto): void {
  changeDraft({ photo });
}

/** From here to `endSealing` the application on screen stays exactly as it was confirmed. */
export function beginSealing(): void {
  setState({ isSealing: true });
}

export function endSealing(): void {
  setState({ isSealing: false });
}

/**
 * The application is in the queue, or in a file that the queue knows of: wipes it and shows the number. What a family
 * shares stays for its next member.
 */
export function showSealed(receptionNumber: ReceptionNumber, slip: SlipFacts, file?: string): void {
  const { draft, family } = getState();
  const sealed = [...family.sealed, { number: family.number, receptionNumber }];
  const shared = draft && familyDraft(draft);
  const place: Place = { kind: 'sealed', receptionNumber, slip, ...(file !== undefined && { file }) };
  setState({ place, family: { ...family, sealed, shared } });
  wipeCurrent();
}

/** Ends or abandons a sitting: wipes everybody of it and returns to where the next person starts. */
export function leaveApplication(): void {
  if (getState().isSealing) return;
  wipe();
  setState({ place: getState().channel === 'selfService' ? { kind: 'welcome' } : { kind: 'home' } });
}

/** Overwrites the photos and drops the draft. Strings cannot be overwritten; they become unreachable. */
export function wipeCurrent(): void {
  wipePhotos(getState());
  setState(newcomer);
}

function wipe(): void {
  for (const member of getState().family.waiting) wipePhotos(member);
  wipeCurrent();
  setState({ family: alone });
}
