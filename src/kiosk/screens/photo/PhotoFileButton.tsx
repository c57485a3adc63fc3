import { useTranslation } from 'react-i18next';
import { FileTrigger } from 'react-aria-components';
import { ActionButton } from '../../ui/ActionButton';

/** A photo taken elsewhere: the way on when no camera works. */
export function PhotoFileButton({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useTranslation();
  return (
    <FileTrigger
      acceptedFileTypes={['image/jpeg', 'image/png']}
      onSelect={(files) => {
        const file = files?.[0];
        if (file) onFile(file);
      }}
    >
      <ActionButton tone="outline" onPress={() => undefined}>
        {t('photo.fromFile')}
      </ActionButton>
    </FileTrigger>
  );
}
