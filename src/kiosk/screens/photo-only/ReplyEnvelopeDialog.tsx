import { useTranslation } from 'react-i18next';
import type { ReplyEnvelope } from '../../../domain/reply-envelope/reply-envelope';
import { replyEnvelopeForm } from '../../../domain/reply-envelope/reply-envelope-form';
import { eraDateWords } from '../../../i18n/era-words';
import { PrintOnly } from '../../print/PrintOnly';
import { printPage } from '../../print/print-page';
import { DrawingPicture } from '../../print/reply-envelope/DrawingPicture';
import { ActionButton } from '../../ui/ActionButton';
import { AskDialog } from '../../ui/AskDialog';
import styles from './ReplyEnvelopeDialog.module.css';

interface ReplyEnvelopeDialogProps {
  readonly envelope: ReplyEnvelope;
  readonly onClose: () => void;
}

/** The form as it is printed; nothing of the resident is on it. */
export function ReplyEnvelopeDialog({ envelope, onClose }: ReplyEnvelopeDialogProps) {
  const { t } = useTranslation();
  const { mark, validUntil } = envelope;
  const form = replyEnvelopeForm(envelope, { mark, validUntil: validUntil === null ? undefined : eraDateWords(t, validUntil) });
  const label = t('photoOnly.envelope.title');
  return (
    <AskDialog
      title={label}
      onDismiss={onClose}
      actions={
        <>
          <ActionButton tone="quiet" size="small" onPress={onClose}>
            {t('common.action.close')}
          </ActionButton>
          <ActionButton size="small" onPress={() => printPage(form)} autoFocus>
            {t('photoOnly.print')}
          </ActionButton>
        </>
      }
    >
      <p>{t('photoOnly.envelope.lead')}</p>
      <div className={styles.desk}>
        <DrawingPicture drawing={form} label={label} className={styles.preview} />
      </div>
      <PrintOnly>
        <DrawingPicture drawing={form} label={label} className={styles.printed} />
      </PrintOnly>
    </AskDialog>
  );
}
