import type { Shot } from '../photo-room/shot';
import { useSession } from './session-store';

/** So many stand beside each other to choose from. */
const mostShots = 3;

const { getState, setState } = useSession;

/** Puts a photo beside the others; returns the one that had to make room, the oldest that is not in use. */
export function keepShot(shot: Shot): Shot | undefined {
  const { shots, shotsTaken, draft } = getState();
  const leaving = shots.length < mostShots ? undefined : shots.find(({ take }) => take.bytes !== draft?.photo?.bytes);
  leaving?.take.bytes.fill(0);
  setState({ shots: [...shots.filter((kept) => kept !== leaving), shot], shotsTaken: shotsTaken + 1 });
  return leaving;
}

/** The same photo, cut anew or looked at more closely. Does nothing once the person has left. */
export function replaceShot(shot: Shot): void {
  const { shots } = getState();
  const before = shots.find(({ take }) => take.id === shot.take.id);
  if (before && before.take.bytes !== shot.take.bytes) before.take.bytes.fill(0);
  setState({ shots: shots.map((kept) => (kept === before ? shot : kept)) });
}
