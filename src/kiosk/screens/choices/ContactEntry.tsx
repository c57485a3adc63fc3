import { useTranslation } from 'react-i18next';
import { longestContactName, readMail } from '../../../domain/application/contact';
import { changeDraft, useSession } from '../../session/session-store';
import { TextEntry } from '../../ui/TextEntry';
import styles from './ChoicesStep.module.css';

/** 連絡先, which nobody need give. */
export function ContactEntry({ isDemanded }: { readonly isDemanded: boolean }) {
  const { t } = useTranslation();
  const draft = useSession((session) => session.draft);
  if (!draft) return null;
  const isMailWrong = readMail(draft.contactMail).kind === 'invalid';
  return (
    <section className={styles.contact}>
      <h2>{t('wizard.choices.contact')}</h2>
      <TextEntry
        label={t('wizard.choices.name')}
        value={draft.contactName}
        maxLength={longestContactName}
        onChange={(contactName) => changeDraft({ contactName })}
      />
      <TextEntry
        label={t('wizard.choices.mail')}
        hint={t('wizard.choices.mailHint')}
        inputMode="email"
        value={draft.contactMail}
        error={isDemanded && isMailWrong ? t('wizard.choices.mailInvalid') : undefined}
        onChange={(contactMail) => changeDraft({ contactMail })}
      />
    </section>
  );
}
