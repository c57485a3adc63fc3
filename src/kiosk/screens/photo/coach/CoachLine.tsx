import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import { holdProgress } from '../../../../domain/photo/coach/steady-shutter';
import { usePhotoRoom } from '../../../photo-room/photo-room';
import type { CoachedView } from '../../../photo-room/use-coach';
import { CoachIcon } from './CoachIcon';
import styles from './CoachLine.module.css';

interface CoachLineProps {
  readonly view: CoachedView | undefined;
  readonly isAutomatic: boolean;
}

/** One thing at a time, in words, a sign and a colour; while all is well, how far the shutter's hold has come. */
export function CoachLine({ view, isAutomatic }: CoachLineProps) {
  const { t } = useTranslation();
  const studio = usePhotoRoom((room) => room.state);
  if (studio === 'withoutModels') return <Line tone="info" icon="showFace" words={t('photo.coach.withoutModels')} />;
  if (studio !== 'ready') return <Line tone="info" icon="showFace" words={t('photo.coach.loading')} />;
  if (!view) return <Line tone="info" icon="showFace" words={t('photo.coach.searching')} />;
  const { instruction, shutter } = view.coaching;
  const { said } = instruction;
  if (said !== 'hold') {
    return <Line tone={said === 'showFace' ? 'info' : 'attention'} icon={said} words={t(`photo.coach.instruction.${said}`)} />;
  }
  if (!isAutomatic) return <Line tone="good" icon="hold" words={t('photo.coach.pressNow')} />;
  return (
    <Line tone="good" icon="hold" words={t('photo.coach.instruction.hold')}>
      <span className={styles.note}>{t('photo.coach.automatic')}</span>
      <HoldRing progress={holdProgress(shutter)} />
    </Line>
  );
}

interface LineProps {
  readonly tone: 'info' | 'attention' | 'good';
  readonly icon: Parameters<typeof CoachIcon>[0]['instruction'];
  readonly words: string;
  readonly children?: React.ReactNode;
}

function Line({ tone, icon, words, children }: LineProps) {
  const { t } = useTranslation();
  return (
    <div className={clsx(styles.line, styles[tone])} data-tone={tone}>
      <span className={styles.sign}>
        <CoachIcon instruction={icon} />
      </span>
      <strong className={styles.words} role="status" aria-label={t('photo.coach.label')}>
        {words}
      </strong>
      {children}
    </div>
  );
}

const ringRadius = 20;
const ringLength = 2 * Math.PI * ringRadius;

function HoldRing({ progress }: { readonly progress: number }) {
  return (
    <svg className={styles.ring} viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <circle cx="24" cy="24" r={ringRadius} className={styles.track} />
      <circle
        cx="24"
        cy="24"
        r={ringRadius}
        className={styles.done}
        strokeDasharray={ringLength}
        strokeDashoffset={ringLength * (1 - progress)}
      />
    </svg>
  );
}
