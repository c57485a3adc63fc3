import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../ui/ActionButton';
import { Screen } from '../../ui/Screen';

const wordsOf = new Map<string, 'insecure' | 'newerDatabase' | 'otherTab'>([
  ['insecure-context', 'insecure'],
  ['storage-newerVersion', 'newerDatabase'],
  ['storage-blocked', 'otherTab'],
]);

/** Something that must not happen did: calm words, a code to read out, the queue untouched. */
export function FaultScreen({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const words = wordsOf.get(code) ?? 'lead';
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
