import { useState } from 'react';
import { useSession } from '../../session/session-store';
import { PhotoReview } from '../photo-review/PhotoReview';
import { PhotoCamera } from './PhotoCamera';

/** 写真: the coached camera, then the result: accept it, choose another take, or take one more. */
export function PhotoStep() {
  const shots = useSession((session) => session.shots);
  const accepted = useSession((session) => session.draft?.photo);
  const [chosenId, setChosenId] = useState<number>();
  const [isAtCamera, setIsAtCamera] = useState(shots.length === 0);
  const chosen =
    shots.find(({ take }) => take.id === chosenId) ?? shots.find(({ take }) => take.bytes === accepted?.bytes) ?? shots.at(-1);
  if (isAtCamera || !chosen) {
    return (
      <PhotoCamera
        onShot={({ take }) => {
          setChosenId(take.id);
          setIsAtCamera(false);
        }}
        onReview={shots.length > 0 ? () => setIsAtCamera(false) : undefined}
      />
    );
  }
  return <PhotoReview shot={chosen} onChoose={setChosenId} onRetake={() => setIsAtCamera(true)} />;
}
