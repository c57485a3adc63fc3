import { useTranslation } from 'react-i18next';
import { ActionButton } from '../ui/ActionButton';
import { Notice } from '../ui/Notice';
import { useModels } from './models-store';

/** Says that the models are not on the tablet yet, how far they have come, and what can be done. Nothing once they are. */
export function ModelsNotice() {
  const { t } = useTranslation();
  const { phase, bytesDone, bytesTotal, problem, retry } = useModels();
  if (phase === 'ready' || phase === 'looking') return null;
  if (phase === 'fetching') {
    return <Notice tone="info">{t('models.fetching', { done: megabytes(bytesDone), total: megabytes(bytesTotal) })}</Notice>;
  }
  return (
    <Notice
      tone="attention"
      action={
        <ActionButton tone="outline" size="small" onPress={retry}>
          {t('common.action.retry')}
        </ActionButton>
      }
    >
      {t(`models.problem.${problem ?? 'unreachable'}`)}
    </Notice>
  );
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
