import { create } from 'zustand';
import type { PhotoStudio, StudioState } from '../../capture/studio/photo-studio';
import { type Session, useSession } from '../session/session-store';

/** The photo studio of this tablet and how it stands. */
interface PhotoRoom {
  readonly studio: PhotoStudio | undefined;
  readonly state: StudioState | 'closed';
}

export const usePhotoRoom = create<PhotoRoom>()(() => ({ studio: undefined, state: 'closed' }));

let opening: Promise<void> | undefined;

/** Opens the studio and lets it load the models, before the photo step is reached. Once open it stays open. */
export function openPhotoRoom(): void {
  opening ??= open().catch(() => {
    opening = undefined;
  });
}

/** Opens it anew: the models have arrived on the tablet meanwhile. */
export function reopenPhotoRoom(): void {
  if (usePhotoRoom.getState().state !== 'withoutModels') return;
  closePhotoRoom();
  openPhotoRoom();
}

export function closePhotoRoom(): void {
  usePhotoRoom.getState().studio?.close();
  usePhotoRoom.setState({ studio: undefined, state: 'closed' });
  opening = undefined;
}

async function open(): Promise<void> {
  const { openPhotoStudio } = await import('../../capture/studio/open-photo-studio');
  const studio = openPhotoStudio();
  studio.watchState(() => usePhotoRoom.setState({ state: studio.state() }));
  usePhotoRoom.setState({ studio, state: studio.state() });
}

/** Whoever left, or lets somebody else go first, takes all pictures along; with the staff goes the studio. */
useSession.subscribe((now: Session, before: Session) => {
  const isSomebodyElse = before.envelopeId !== undefined && now.envelopeId !== before.envelopeId;
  if (isSomebodyElse || (before.draft && !now.draft)) usePhotoRoom.getState().studio?.clear();
  if (now.place.kind === 'signIn' && before.place.kind !== 'signIn') closePhotoRoom();
});
