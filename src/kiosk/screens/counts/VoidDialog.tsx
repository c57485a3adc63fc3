import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { voidReasons, type VoidReason } from '../../../domain/submission/voiding';
import { monthDayTimeWords } from '../../../i18n/time-words';
import type { Entry } from '../../../queue/entry';
import { useSession } from '../../session/session-store';
import { useServices } from '../../tablet/tablet-services';
import { ActionButton } from '../../ui/ActionButton';
import { AskDialog } from '../../ui/AskDialog';
import { ChoiceCards } from '../../ui/ChoiceCards';
import { Notice } from '../../ui/Notice';
import { TextEntry } from '../../ui/TextEntry';
import type { VoidResult, VoidSearch } from '../../voiding/void-application';
import styles from './VoidDialog.module.css';

type Found = Extract<VoidSearch, { kind: 'found' }>;

/** Finds an application by its number, asks why, and voids it with a second confirmation. */
export function VoidDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { openVoids } = useServices();
  const attendant = useSession((session) => session.attendant);
  const [number, setNumber] = useState('');
  const [search, setSearch] = useState<VoidSearch>();
  const [reason, setReason] = useState<VoidReason | null>(null);
  const [result, setResult] = useState<VoidResult>();
  const found = search?.kind === 'found' ? search : undefined;
  const isAllowed = found?.judgement === 'allowed';
  const isDone = result === 'voided';

  const look = async (): Promise<void> => setSearch(await (await openVoids()).find(number));
  const voidIt = async (): Promise<void> => {
    if (!found || !reason) return;
    setResult(await (await openVoids()).void(found.entry, { reason, attendantId: attendant?.id ?? null }));
  };
  const next = isAllowed ? (
    <ActionButton tone="danger" size="small" onPress={() => void voidIt()} isDisabled={!reason}>
      {t('voiding.confirm')}
    </ActionButton>
  ) : (
    <ActionButton size="small" onPress={() => void look()} isDisabled={number.trim() === ''}>
      {t('voiding.search')}
    </ActionButton>
  );
  const close = (
    <ActionButton tone="quiet" size="small" onPress={onClose}>
      {t(isDone ? 'common.action.close' : 'common.action.back')}
    </ActionButton>
  );
  return (
    <AskDialog
      title={t('voiding.title')}
      onDismiss={onClose}
      role="alertdialog"
      actions={
        <>
          {close}
          {isDone ? null : next}
        </>
      }
    >
      {isDone && found ? (
        <Notice tone="done">{t('voiding.done', { number: found.entry.receptionNumber })}</Notice>
      ) : (
        <div className={styles.steps}>
          <p>{t('voiding.lead')}</p>
          <TextEntry
            label={t('voiding.number')}
            hint={t('voiding.numberHint')}
            value={number}
            maxLength={20}
            onChange={(text) => {
              setNumber(text);
              setSearch(undefined);
              setResult(undefined);
            }}
          />
          {search ? <SearchWords search={search} /> : null}
          {isAllowed ? (
            <ChoiceCards
              label={t('voiding.reason')}
              value={reason}
              columns={2}
              choices={voidReasons.map((value) => ({ value, label: t(`voiding.reasons.${value}`) }))}
              onChange={setReason}
            />
          ) : null}
          {result && !isDone ? <Notice tone="error">{t(`voiding.${result}`)}</Notice> : null}
        </div>
      )}
    </AskDialog>
  );
}

function SearchWords({ search }: { readonly search: VoidSearch }) {
  const { t } = useTranslation();
  if (search.kind !== 'found') return <Notice tone="error">{t(`voiding.${search.kind}`)}</Notice>;
  return <FoundWords found={search} />;
}

function FoundWords({ found: { entry, judgement } }: { readonly found: Found }) {
  const { t } = useTranslation();
  return (
    <>
      <EntryFacts entry={entry} />
      {judgement === 'allowed' ? null : <Notice tone="attention">{t(`voiding.${judgement}`)}</Notice>}
      {judgement === 'allowed' && entry.state === 'delivered' ? <Notice tone="info">{t('voiding.deliveredNote')}</Notice> : null}
    </>
  );
}

function EntryFacts({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const facts = [
    [t('voiding.number'), entry.receptionNumber],
    [t('voiding.sealedAt'), monthDayTimeWords(entry.sealedAtMs)],
    [t('voiding.kind'), t(`common.kind.${entry.kind}`)],
    [t('voiding.channel'), t(`common.channel.${entry.channel}`)],
    [t('voiding.state'), t(`voiding.states.${entry.state}`)],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
