import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { sittings } from '../../../domain/photo/exceptions/sitting';
import { chooseSitting, useSession } from '../../session/session-store';
import { ActionButton } from '../../ui/ActionButton';
import { AskDialog } from '../../ui/AskDialog';
import { ChoiceCards } from '../../ui/ChoiceCards';
import styles from './PhotoStep.module.css';

interface SittingChoiceProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** How the person sits, where it is not the usual way: the checks follow. */
export function SittingChoice({ isOpen, onOpenChange }: SittingChoiceProps) {
  const { t } = useTranslation();
  const sitting = useSession((session) => session.sitting);
  return (
    <>
      <Button className={styles.switch} onPress={() => onOpenChange(true)}>
        {t('photo.coach.sitting.label')}
        <strong>{t(`photo.coach.sitting.name.${sitting}`)}</strong>
      </Button>
      {isOpen ? (
        <AskDialog
          title={t('photo.coach.sitting.title')}
          onDismiss={() => onOpenChange(false)}
          actions={
            <ActionButton size="small" onPress={() => onOpenChange(false)}>
              {t('common.action.ok')}
            </ActionButton>
          }
        >
          <p>{t('photo.coach.sitting.lead')}</p>
          <ChoiceCards
            label={t('photo.coach.sitting.label')}
            isLabelHidden
            columns={2}
            value={sitting}
            choices={sittings.map((value) => ({
              value,
              label: t(`photo.coach.sitting.name.${value}`),
              hint: t(`photo.coach.sitting.hint.${value}`),
            }))}
            onChange={chooseSitting}
          />
        </AskDialog>
      ) : null}
    </>
  );
}
