import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failedChecks } from '../../../domain/photo/judgement/judge';
import type { OverrideReason } from '../../../domain/photo/exceptions/override';
import { usePhotoRoom } from '../../photo-room/photo-room';
import { idPhotoOf, reportOf, type Shot } from '../../photo-room/shot';
import { usePhotoRules } from '../../photo-room/use-photo-rules';
import { acceptPhoto, useSession } from '../../session/session-store';
import { goForward } from '../../session/wizard-moves';
import { ActionButton } from '../../ui/ActionButton';
import { WizardFrame } from '../wizard/WizardFrame';
import { CropAdjust } from './CropAdjust';
import { OverrideDialog } from './OverrideDialog';
import { PhotoResult } from './PhotoResult';
import { useCloserLook } from './use-closer-look';

interface PhotoReviewProps {
  readonly shot: Shot;
  readonly onChoose: (takeId: number) => void;
  readonly onRetake: () => void;
}

/** The result. What passed is accepted in one tap; what did not is taken again, or used with a reason. */
export function PhotoReview({ shot, onChoose, onRetake }: PhotoReviewProps) {
  const { t } = useTranslation();
  const rules = usePhotoRules();
  const attendantId = useSession(({ attendant, channel }) => (channel === 'assisted' ? (attendant?.id ?? null) : null));
  const hasStudio = usePhotoRoom((room) => room.studio !== undefined);
  const [view, setView] = useState<'result' | 'reason' | 'crop'>('result');
  const isLooking = useCloserLook(shot);
  const report = reportOf(shot, rules);
  const failed = failedChecks(report.checks);
  const accept = (reason?: OverrideReason): void => {
    const overrides = reason ? [{ checks: failed, reason, by: attendantId }] : [];
    acceptPhoto(idPhotoOf(shot, { ...report, overrides }));
    goForward();
  };
  if (view === 'crop') return <CropAdjust shot={shot} onDone={() => setView('result')} />;
  return (
    <WizardFrame
      extra={
        <>
          {hasStudio && !shot.isSettled ? (
            <ActionButton tone="quiet" onPress={() => setView('crop')}>
              {t('photo.review.adjust')}
            </ActionButton>
          ) : null}
          {failed.length > 0 ? (
            <ActionButton tone="outline" onPress={() => setView('reason')}>
              {t('photo.review.useAnyway')}
            </ActionButton>
          ) : (
            <ActionButton tone="outline" onPress={onRetake}>
              {t('photo.review.retake')}
            </ActionButton>
          )}
        </>
      }
      primary={
        failed.length > 0 ? (
          <ActionButton onPress={onRetake}>{t('photo.review.retake')}</ActionButton>
        ) : (
          <ActionButton onPress={() => accept()} isDisabled={isLooking}>
            {t(isLooking ? 'photo.review.looking' : 'photo.review.accept')}
          </ActionButton>
        )
      }
    >
      <PhotoResult shot={shot} checks={report.checks} isLooking={isLooking} onChoose={onChoose} />
      {view === 'reason' ? (
        <OverrideDialog failed={failed} offered={rules.overrideReasons} onReason={accept} onClose={() => setView('result')} />
      ) : null}
    </WizardFrame>
  );
}
