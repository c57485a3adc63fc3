import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type SlipPaper, slipPapers, slipSheet } from '../../../domain/slip/slip-paper';
import type { SlipFacts } from '../../../domain/slip/what-comes-next';
import type { ReceptionNumber } from '../../../domain/submission/reception-number';
import { PrintOnly } from '../../print/PrintOnly';
import { printPage } from '../../print/print-page';
import { SlipSheet } from '../../print/slip/SlipSheet';
import { chooseSlipPaper, useSession } from '../../session/session-store';
import { ActionButton } from '../../ui/ActionButton';
import { AskDialog } from '../../ui/AskDialog';
import { ChoiceCards } from '../../ui/ChoiceCards';
import styles from './SlipDialog.module.css';

const paperNames = Object.keys(slipPapers) as SlipPaper[];

interface SlipDialogProps {
  readonly receptionNumber: ReceptionNumber;
  readonly slip: SlipFacts;
  readonly onClose: () => void;
}

/** The slip as it comes out, and on which paper; the last choice stays until sign-out. */
export function SlipDialog({ receptionNumber, slip, onClose }: SlipDialogProps) {
  const { t } = useTranslation();
  const paper = useSession((session) => session.slipPaper);
  const preview = useRef<HTMLDivElement>(null);
  const sheet = <SlipSheet receptionNumber={receptionNumber} slip={slip} paper={paper} />;
  const print = (): void => printPage(slipSheet(paper, preview.current?.firstElementChild?.scrollHeight ?? 0));
  return (
    <AskDialog
      title={t('slip.title')}
      onDismiss={onClose}
      actions={
        <>
          <ActionButton tone="quiet" size="small" onPress={onClose}>
            {t('common.action.close')}
          </ActionButton>
          <ActionButton size="small" onPress={print} autoFocus>
            {t('slip.print')}
          </ActionButton>
        </>
      }
    >
      <div className={styles.slip}>
        <div className={styles.desk}>
          <div ref={preview} className={styles.preview} data-paper={paper}>
            {sheet}
          </div>
        </div>
        <ChoiceCards
          label={t('slip.paper')}
          columns={3}
          value={paper}
          choices={paperNames.map((value) => ({ value, label: t(`slip.paperName.${value}`) }))}
          onChange={chooseSlipPaper}
        />
      </div>
      <PrintOnly>{sheet}</PrintOnly>
    </AskDialog>
  );
}
