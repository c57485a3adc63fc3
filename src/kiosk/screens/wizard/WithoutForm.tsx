import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type WayWithoutForm, waysWithoutForm } from '../../../domain/application/circumstance';
import { startPhotoOnly, useSession } from '../../session/session-store';
import { useConfiguration } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { AskDialog } from '../../ui/AskDialog';
import styles from './FormStep.module.css';

/** Somebody came without a form: an application needs its ID, so this says what can be done instead. */
export function WithoutForm() {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <>
      <ActionButton tone="quiet" onPress={() => setIsAsked(true)}>
        {t('withoutForm.ask')}
      </ActionButton>
      {isAsked ? <Ways onClose={() => setIsAsked(false)} /> : null}
    </>
  );
}

function Ways({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { municipality } = useConfiguration();
  const contact = municipality.contact || municipality.name;
  const isAlone = useSession(({ family }) => family.waiting.length === 0);
  const actions: Readonly<Record<WayWithoutForm, (() => void) | undefined>> = {
    printAtCounter: undefined,
    // It ends the sitting, so nobody may be waiting.
    photoForPost: isAlone ? startPhotoOnly : undefined,
  };
  return (
    <AskDialog
      title={t('withoutForm.title')}
      onDismiss={onClose}
      actions={
        <ActionButton size="small" onPress={onClose} autoFocus>
          {t('common.action.close')}
        </ActionButton>
      }
    >
      <p>{t('withoutForm.lead')}</p>
      <ul className={styles.ways}>
        {waysWithoutForm.map((way) => (
          <li key={way} className={styles.way}>
            <p>
              <strong>{t(`withoutForm.way.${way}`)}</strong>
              <br />
              {t(`withoutForm.how.${way}`, { contact })}
            </p>
            {actions[way] ? (
              <ActionButton tone="outline" size="small" onPress={actions[way]}>
                {t('withoutForm.takePhoto')}
              </ActionButton>
            ) : null}
          </li>
        ))}
      </ul>
    </AskDialog>
  );
}
