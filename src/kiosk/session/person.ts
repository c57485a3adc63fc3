import type { DuplicateReason, EarlierApplication } from '../../domain/application/duplicate';
import type { Draft } from '../../domain/application/draft';
import type { Sitting } from '../../domain/photo/exceptions/sitting';
import type { Shot } from '../photo-room/shot';

/** Digits of an application ID typed by hand so far, first and second time. */
export interface TypedId {
  readonly first: string;
  readonly second: string;
}

/** Whoever is being served, in memory and nowhere else. */
export interface Person {
  /** The application being made. */
  readonly draft: Draft | undefined;
  /** Made with the draft: sealing the same draft twice can never become two envelopes. */
  readonly envelopeId: string | undefined;
  readonly typedId: TypedId;
  /** Applications that were taken with the same application ID before, as far as they are known. */
  readonly earlier: readonly EarlierApplication[];
  /** Why this one is taken all the same. */
  readonly duplicateReason: DuplicateReason | undefined;
  /** The photos taken of this person, oldest first, and how the person sits for them. */
  readonly shots: readonly Shot[];
  readonly shotsTaken: number;
  readonly sitting: Sitting;
}

export const nothingTyped: TypedId = { first: '', second: '' };

export const noDuplicate = { earlier: [], duplicateReason: undefined } as const;

/** Somebody of whom nothing is known yet. */
export const newcomer: Person = {
  draft: undefined,
  envelopeId: undefined,
  typedId: nothingTyped,
  ...noDuplicate,
  shots: [],
  shotsTaken: 0,
  sitting: 'seated',
};

/** Overwrites the photos of somebody who has left. */
export function wipePhotos({ draft, shots }: Pick<Person, 'draft' | 'shots'>): void {
  draft?.photo?.bytes.fill(0);
  for (const { take } of shots) take.bytes.fill(0);
}
