import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { WorkNotices } from '../../limits/WorkNotices';
import { ModelsNotice } from '../../models/ModelsNotice';
import { useTablet } from '../../tablet/tablet-store';
import { Notice } from '../../ui/Notice';

const UpdateOffer = lazy(() => import('./UpdateOffer').then((module) => ({ default: module.UpdateOffer })));

/** What staff should know of the tablet before they serve anybody. Nothing where all is well. */
export function HomeNotices() {
  const { t } = useTranslation();
  const isRevoked = useTablet((tablet) => tablet.isRevoked);
  const isUpdateWaiting = useTablet((tablet) => tablet.isUpdateWaiting);
  const isShellMissing = useTablet((tablet) => tablet.isShellKept === false);
  return (
    <>
      {isRevoked ? <Notice tone="error">{t('station.revoked')}</Notice> : null}
      {isUpdateWaiting && !isRevoked ? <UpdateOffer /> : null}
      <WorkNotices />
      {isShellMissing ? <Notice tone="attention">{t('update.shellMissing')}</Notice> : null}
      <ModelsNotice />
    </>
  );
}
