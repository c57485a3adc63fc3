import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components';
import { findVoice, watchVoices } from '../../../photo-room/voice';
import { switchShutter, switchVoice, useSession } from '../../../session/session-store';
import { Icon } from '../../../ui/Icon';
import styles from '../PhotoStep.module.css';

/** The automatic shutter, and the voice where the tablet has one of its own. */
export function CoachSwitches({ isAutomatic }: { readonly isAutomatic: boolean }) {
  const { t } = useTranslation();
  const isVoiceOn = useSession((session) => session.isVoiceOn);
  const hasVoice = useSyncExternalStore(watchVoices, () => findVoice() !== undefined);
  return (
    <>
      <Switch label={t('photo.coach.switch.automatic')} isOn={isAutomatic} onChange={switchShutter} />
      {hasVoice ? <Switch label={t('photo.coach.switch.voice')} isOn={isVoiceOn} onChange={switchVoice} /> : null}
    </>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Switch({ label, isOn, onChange }: SwitchProps) {
  return (
    <ToggleButton className={styles.switch} isSelected={isOn} onChange={onChange}>
      <span className={styles.box}>{isOn ? <Icon name="check" size={20} /> : null}</span>
      {label}
    </ToggleButton>
  );
}
