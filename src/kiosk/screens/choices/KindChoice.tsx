import { useTranslation } from 'react-i18next';
import { kindReasonOf } from '../../../domain/application/draft-facts';
import { kindReasons, kinds } from '../../../domain/campaign/kind';
import { changeDraft, useSession } from '../../session/session-store';
import { ChoiceCards } from '../../ui/ChoiceCards';
import { Notice } from '../../ui/Notice';
import { useFeeWords } from './use-fee-words';

/** 申請の種類, and for a card made anew the reason and what it costs. */
export function KindChoice({ isDemanded }: { readonly isDemanded: boolean }) {
  const { t } = useTranslation();
  const kind = useSession((session) => session.draft?.kind);
  if (!kind) return null;
  return (
    <>
      <ChoiceCards
        label={t('wizard.choices.kind')}
        value={kind}
        choices={kinds.map((value) => ({ value, label: t(`common.kind.${value}`), hint: t(`common.kindHint.${value}`) }))}
        onChange={(chosen) => changeDraft({ kind: chosen })}
      />
      {kind === 'first' ? null : <KindReasonChoice isDemanded={isDemanded} />}
    </>
  );
}

function KindReasonChoice({ isDemanded }: { readonly isDemanded: boolean }) {
  const { t } = useTranslation();
  const draft = useSession((session) => session.draft);
  const feeWords = useFeeWords();
  if (!draft) return null;
  const reason = kindReasonOf(draft);
  return (
    <>
      <ChoiceCards
        label={t('wizard.choices.kindReason')}
        columns={draft.kind === 'reissue' ? 3 : 2}
        value={reason ?? null}
        choices={kindReasons[draft.kind].map((value) => ({ value, label: t(`wizard.kindReason.${value}`) }))}
        onChange={(kindReason) => changeDraft({ kindReason })}
      />
      {isDemanded && !reason ? <Notice tone="attention">{t('wizard.choices.kindReasonNeeded')}</Notice> : null}
      {reason && feeWords ? <Notice tone="info">{feeWords}</Notice> : null}
    </>
  );
}
