import type { Draft } from '../../domain/application/draft';
import type { WizardStep } from '../../domain/application/steps';
import type { ReceptionNumber } from '../../domain/submission/reception-number';
import type { Session } from './session-store';

type Carried = 'envelopeId' | 'typedId' | 'earlier' | 'duplicateReason' | 'shots' | 'shotsTaken' | 'sitting';

/** Somebody of a family whose application was begun and waits, in memory, for its turn. */
export interface WaitingMember extends Pick<Session, Carried> {
  /** Which of the family, from 1, in the order in which they were begun. */
  readonly number: number;
  readonly draft: Draft;
  readonly step: WizardStep;
  readonly cameFromCheck: boolean;
}

/** Somebody of the family whose application is sealed. */
export interface SealedMember {
  readonly number: number;
  readonly receptionNumber: ReceptionNumber;
}

/** One sitting: whoever comes alone is a family of one. */
export interface Family {
  /** Who is on screen, or was sealed last. */
  readonly number: number;
  readonly waiting: readonly WaitingMember[];
  readonly sealed: readonly SealedMember[];
  /** What the next of the family starts with; there once one of them is sealed. */
  readonly shared: Draft | undefined;
}

export const alone: Family = { number: 1, waiting: [], sealed: [], shared: undefined };

/** How many of the family have come so far. */
export function familySize({ number, waiting, sealed }: Family): number {
  return Math.max(number, ...waiting.map((member) => member.number), ...sealed.map((member) => member.number));
}

/** The person on screen, to be set aside; undefined where there is none. Of the photos only the accepted one stays. */
export function asWaiting(session: Session): WaitingMember | undefined {
  const { draft, place, family, shots } = session;
  if (!draft || place.kind !== 'wizard') return undefined;
  const { envelopeId, typedId, earlier, duplicateReason, shotsTaken, sitting } = session;
  return {
    ...{ number: family.number, draft, step: place.step, cameFromCheck: place.cameFromCheck },
    ...{ envelopeId, typedId, earlier, duplicateReason, shotsTaken, sitting },
    shots: shots.filter(({ take }) => take.bytes === draft.photo?.bytes).map((shot) => ({ ...shot, isSettled: true })),
  };
}

/** Overwrites the photos of somebody who has left. */
export function wipePhotos({ draft, shots }: Pick<Session, 'draft' | 'shots'>): void {
  draft?.photo?.bytes.fill(0);
  for (const { take } of shots) take.bytes.fill(0);
}
