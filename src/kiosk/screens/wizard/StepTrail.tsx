import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import { stepsFor } from '../../../domain/application/steps';
import { isStepDone } from '../../../domain/application/wizard';
import { useOfficeRules } from '../../session/office-rules';
import { useSession } from '../../session/session-store';
import { DeliveryStatus } from '../../status/DeliveryStatus';
import { Icon } from '../../ui/Icon';
import { CallStaff } from '../self-service/CallStaff';
import styles from './StepTrail.module.css';

/** Where in the application we are; staff see how delivery stands, residents a person to call. */
export function StepTrail() {
  const { t } = useTranslation();
  const { place, draft, opening, channel } = useSession();
  const rules = useOfficeRules();
  if (place.kind === 'photoOnly') return <PhotoOnlyTrail />;
  if (place.kind !== 'wizard' || !draft || !opening) return null;
  const steps = stepsFor(draft, opening.day);
  const position = steps.indexOf(place.step);
  return (
    <>
      <strong className={styles.place}>{opening.venue}</strong>
      <ol className={styles.trail} aria-label={t('common.steps.label')}>
        {steps.map((step, index) => {
          const isDone = index < position && isStepDone(draft, opening.day, step, rules);
          return (
            <li
              key={step}
              className={clsx(styles.step, isDone && styles.done, index === position && styles.now)}
              aria-current={index === position ? 'step' : undefined}
            >
              {isDone ? <Icon name="check" size={16} /> : null}
              {t(`common.steps.${step}`)}
            </li>
          );
        })}
      </ol>
      {channel === 'selfService' ? <CallStaff /> : <DeliveryStatus />}
    </>
  );
}

function PhotoOnlyTrail() {
  const { t } = useTranslation();
  return (
    <>
      <strong className={styles.place}>{t('session.home.photoOnly')}</strong>
      <DeliveryStatus />
    </>
  );
}
