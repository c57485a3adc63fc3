import { useEffect } from 'react';
import { usePhotoRoom } from '../../photo-room/photo-room';
import type { Shot } from '../../photo-room/shot';
import { useSession } from '../../session/session-store';
import { replaceShot } from '../../session/shots';

/** Has the photo looked at for coverings, which takes longer than the shutter may. True while that goes on. */
export function useCloserLook(shot: Shot): boolean {
  const studio = usePhotoRoom((room) => room.studio);
  const { id, analysis } = shot.take;
  const isWanted = studio !== undefined && analysis !== undefined && !shot.isInspected;
  useEffect(() => {
    if (!isWanted) return;
    void studio.inspect(id).then((closer) => {
      const now = useSession.getState().shots.find(({ take }) => take.id === id);
      if (now) replaceShot({ ...now, isInspected: true, take: { ...now.take, analysis: closer ?? now.take.analysis } });
    });
  }, [studio, id, isWanted]);
  return isWanted;
}
