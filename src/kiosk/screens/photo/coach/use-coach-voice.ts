import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoachedView } from '../../../photo-room/use-coach';
import { playHold } from '../../../photo-room/sounds';
import { fallSilent, say } from '../../../photo-room/voice';
import { useSession } from '../../../session/session-store';

/** Says aloud what the coach says, where somebody switched that on; a tone when all is well and the hold begins. */
export function useCoachVoice(view: CoachedView | undefined): void {
  const { t } = useTranslation();
  const isVoiceOn = useSession((session) => session.isVoiceOn);
  const said = view?.coaching.instruction.said;
  useEffect(() => {
    if (said === 'hold') playHold();
    if (said && isVoiceOn) say(t(`photo.coach.instruction.${said}`), performance.now());
  }, [said, isVoiceOn, t]);
  useEffect(() => fallSilent, []);
}
