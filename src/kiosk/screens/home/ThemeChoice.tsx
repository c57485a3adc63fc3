import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../ui/ActionButton';

const themes = ['light', 'dark', 'sunlight'] as const;
type Theme = (typeof themes)[number];

/** A dark hall, the sun outside, or neither: staff step through the three. Holds until the app restarts. */
export function ThemeChoice() {
  const { t } = useTranslation();
  const [theme, setTheme] = useState<Theme>(currentTheme);
  const change = (): void => {
    const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'light';
    document.documentElement.dataset.theme = next;
    setTheme(next);
  };
  return (
    <ActionButton tone="quiet" size="small" onPress={change}>
      {t('session.home.theme')} {t(`session.theme.${theme}`)}
    </ActionButton>
  );
}

function currentTheme(): Theme {
  return themes.find((theme) => theme === document.documentElement.dataset.theme) ?? 'light';
}
