import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../ui/ActionButton';
import { Screen } from '../../ui/Screen';

/** Something that must not happen did: calm words, a code to read out, the queue untouched. */
export function FaultScreen({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const words = code === 'insecure-context' ? 'insecure' : code === 'storage-newerVersion' ? 'newerDatabase' : 'lead';
  return (
    <Screen
      layout="centre"
      bar={<strong>{t('common.product')}</strong>}
      primary={<ActionButton onPress={() => location.reload()}>{t('session.fault.reload')}</ActionButton>}
    >
      <h1>{t('session.fault.title')}</h1>
      <p>{t(`session.fault.${words}`)}</p>
      <small>{t('session.fault.code', { code })}</small>
    </Screen>
  );
}
