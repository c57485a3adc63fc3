import { useTranslation } from 'react-i18next';
import type { WorkNotice } from '../../domain/submission/work-limits';
import { goTo } from '../session/session-store';
import { useRefusedCount, useTablet } from '../tablet/tablet-store';
import { ActionButton } from '../ui/ActionButton';
import { Notice } from '../ui/Notice';

/** What staff must know before the next person: what stands against it, and what was refused. Nothing where all is well. */
export function WorkNotices() {
  const { t } = useTranslation();
  const notices = useTablet((tablet) => tablet.workNotices);
  const refused = useRefusedCount();
  return (
    <>
      {notices.map((notice) => (
        <LimitNotice key={notice.concern} notice={notice} />
      ))}
      {refused > 0 ? (
        <Notice
          tone="attention"
          action={
            <ActionButton tone="outline" size="small" onPress={() => goTo({ kind: 'refused' })}>
              {t('limits.openRefused')}
            </ActionButton>
          }
        >
          {t('limits.refused', { count: refused })}
        </Notice>
      ) : null}
    </>
  );
}

function LimitNotice({ notice: { concern, figure, isStop } }: { readonly notice: WorkNotice }) {
  const { t } = useTranslation();
  return (
    <Notice tone={isStop ? 'error' : 'attention'}>
      {isStop ? <strong>{t('limits.stopped')} </strong> : null}
      {t(`limits.${concern}`, { figure })}
    </Notice>
  );
}
