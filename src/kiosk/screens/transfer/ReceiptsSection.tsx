import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileTrigger } from 'react-aria-components';
import { receiptsFileBytes } from '../../../protocol/transfer/receipts-file';
import type { ReceiptsOutcome, TakenReceipts } from '../../../sync/transfer/take-receipts';
import type { TransferDesk } from '../../transfer/transfer-desk';
import { ActionButton } from '../../ui/ActionButton';
import { Notice } from '../../ui/Notice';
import styles from './TransferScreen.module.css';

type Reading = ReceiptsOutcome | { readonly kind: 'reading' | 'failed' };

interface ReceiptsSectionProps {
  readonly desk: TransferDesk;
  readonly isDisabled: boolean;
  readonly onTaken: () => void;
}

/** The way back: the office's receipts, each verified before anything counts as delivered. */
export function ReceiptsSection({ desk, isDisabled, onTaken }: ReceiptsSectionProps) {
  const { t } = useTranslation();
  const [reading, setReading] = useState<Reading>();
  const read = async (file: File): Promise<void> => {
    setReading({ kind: 'reading' });
    const outcome = await takeFile(desk, file);
    setReading(outcome);
    if (outcome.kind === 'taken' && outcome.delivered > 0) onTaken();
  };
  return (
    <section className={styles.section}>
      <h2>{t('transfer.receipts.title')}</h2>
      <p className={styles.note}>{t('transfer.receipts.lead')}</p>
      <FileTrigger
        acceptedFileTypes={['text/plain', '.txt']}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) void read(file);
        }}
      >
        <ActionButton
          tone="outline"
          size="small"
          onPress={() => undefined}
          isDisabled={isDisabled || reading?.kind === 'reading'}
        >
          {t('transfer.receipts.choose')}
        </ActionButton>
      </FileTrigger>
      <ReadingWords reading={reading} />
    </section>
  );
}

async function takeFile(desk: TransferDesk, file: File): Promise<Reading> {
  if (file.size > receiptsFileBytes) return { kind: 'otherFile' };
  try {
    return await desk.takeReceipts(await file.text());
  } catch {
    return { kind: 'failed' };
  }
}

function ReadingWords({ reading }: { readonly reading: Reading | undefined }) {
  const { t } = useTranslation();
  if (!reading) return null;
  if (reading.kind === 'taken') return <TakenWords taken={reading} />;
  const tone = reading.kind === 'reading' ? 'info' : 'error';
  return <Notice tone={tone}>{t(`transfer.receipts.${reading.kind}`)}</Notice>;
}

function TakenWords({ taken: { delivered, known, foreign, invalid } }: { readonly taken: TakenReceipts }) {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone={delivered > 0 ? 'done' : 'info'}>
        {delivered > 0 ? t('transfer.receipts.delivered', { count: delivered }) : t('transfer.receipts.none')}{' '}
        {known > 0 ? t('transfer.receipts.known', { count: known }) : null}{' '}
        {foreign > 0 ? t('transfer.receipts.foreign', { count: foreign }) : null}
      </Notice>
      {invalid > 0 ? <Notice tone="error">{t('transfer.receipts.invalid', { count: invalid })}</Notice> : null}
    </>
  );
}
