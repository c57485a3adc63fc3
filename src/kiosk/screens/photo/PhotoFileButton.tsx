import { useTranslation } from 'react-i18next';
import { FileTrigger } from 'react-aria-components';
import { ActionButton } from '../../ui/ActionButton';

interface PhotoFileButtonProps {
  readonly onFile: (file: File) => void;
  readonly isDisabled: boolean;
}

/** A photo taken elsewhere: another camera, a memory card; the way on when no camera works. */
export function PhotoFileButton({ onFile, isDisabled }: PhotoFileButtonProps) {
  const { t } = useTranslation();
  return (
    <FileTrigger
      acceptedFileTypes={['image/*', '.heic', '.heif']}
      onSelect={(files) => {
        const file = files?.[0];
        if (file) onFile(file);
      }}
    >
      <ActionButton tone="outline" onPress={() => undefined} isDisabled={isDisabled}>
        {t('photo.fromFile')}
      </ActionButton>
    </FileTrigger>
  );
}
