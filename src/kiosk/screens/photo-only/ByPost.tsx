import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../../domain/calendar/day';
import { chooseReplyEnvelope } from '../../../domain/reply-envelope/reply-envelope';
import { type EditionItem, expiredEditions } from '../../../domain/rules/edition-rule';
import { eraDateWords } from '../../../i18n/era-words';
import { useOfficeRules } from '../../session/office-rules';
import { useConfiguration } from '../../tablet/tablet-store';
import { ActionButton } from '../../ui/ActionButton';
import { Notice } from '../../ui/Notice';
import { ReplyEnvelopeDialog } from './ReplyEnvelopeDialog';

const postedItems: readonly EditionItem[] = ['applicationForm', 'replyEnvelope'];

/** What else somebody needs who applies by post, and which printed matter counts no longer. */
export function ByPost({ day }: { readonly day: Day }) {
  const { t } = useTranslation();
  const { editions } = useOfficeRules();
  const choice = chooseReplyEnvelope(useConfiguration().replyEnvelopes ?? [], day);
  const [isOpen, setIsOpen] = useState(false);
  const until = (validUntil: Day | null): string => (validUntil === null ? '' : eraDateWords(t, validUntil));
  const ended = postedItems.flatMap((item) => expiredEditions(editions, item, day));
  return (
    <>
      {choice.kind === 'valid' || choice.kind === 'endsSoon' ? (
        <ActionButton tone="outline" size="small" onPress={() => setIsOpen(true)}>
          {t('photoOnly.envelope.open')}
        </ActionButton>
      ) : null}
      {choice.kind === 'endsSoon' ? (
        <Notice tone="attention">{t('photoOnly.envelope.endsSoon', { date: until(choice.envelope.validUntil) })}</Notice>
      ) : null}
      {choice.kind === 'expired' ? (
        <Notice tone="attention">{t('photoOnly.envelope.expired', { date: until(choice.envelope.validUntil) })}</Notice>
      ) : null}
      {ended.length > 0 ? (
        <Notice tone="attention">
          {ended.map(({ item, mark, validUntil }) => (
            <p key={`${item} ${mark}`}>{t(`photoOnly.ended.${item}`, { mark, date: until(validUntil) })}</p>
          ))}
        </Notice>
      ) : null}
      {isOpen && 'envelope' in choice ? (
        <ReplyEnvelopeDialog envelope={choice.envelope} onClose={() => setIsOpen(false)} />
      ) : null}
    </>
  );
}
