import { useTranslation } from 'react-i18next';
import { certificateLimitsOf, findBirthDate, kindReasonOf } from '../../../domain/application/draft-facts';
import { certificateWishes } from '../../../domain/rules/certificate-rule';
import { feeHint } from '../../../domain/rules/fee-rule';
import { useSession } from '../../session/session-store';

/** What a card made anew costs; undefined on first issue, which never costs anything. */
export function useFeeWords(): string | undefined {
  const { t } = useTranslation();
  const { draft, opening } = useSession();
  const birthDate = draft && opening ? findBirthDate(draft, opening.day) : undefined;
  if (!draft || !opening || !birthDate || draft.kind === 'first') return undefined;
  const certificates = certificateWishes(
    draft.declinedCertificates,
    birthDate,
    opening.day,
    certificateLimitsOf(draft, opening.day),
  );
  const hint = feeHint({ kind: draft.kind, kindReason: kindReasonOf(draft), certificates }, opening.day);
  if (hint.kind === 'free') return t('choices.fee.renewalFree');
  return t(`choices.fee.${hint.kind}`, { yen: hint.yen.toLocaleString('ja-JP') });
}
