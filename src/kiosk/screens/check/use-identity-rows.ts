import { useTranslation } from 'react-i18next';
import type { Application } from '../../../domain/application/application';
import { useSession } from '../../session/session-store';
import type { CheckRow } from './check-row';

/** Kinds of documents, who looked at them, and what was handed in; nothing where identity is not checked now. */
export function useIdentityRows({ identityCheck }: Application): readonly CheckRow[] {
  const { t } = useTranslation();
  const attendantName = useSession((session) => session.attendant?.name ?? '');
  if (!identityCheck) return [];
  const { documents, papers, isExtraCheckDone } = identityCheck;
  const between = t('identity.standing.between');
  const shown = [...documents.map(({ name }) => name), ...(isExtraCheckDone ? [t('identity.check.extra')] : [])];
  return [
    {
      step: 'identity',
      name: t('identity.check.documents'),
      value: shown.join(between),
      note: t('identity.check.checkedBy', { name: attendantName }),
    },
    ...(papers.length > 0
      ? [
          {
            step: 'identity' as const,
            name: t('identity.check.papers'),
            value: papers.map((paper) => t(`identity.papers.${paper}`)).join(between),
          },
        ]
      : []),
  ];
}
