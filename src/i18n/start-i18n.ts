import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { ja } from './ja/ja';

/** Starts the texts, Japanese first. React escapes by itself. */
export function startI18n(): void {
  void i18next.use(initReactI18next).init({
    lng: 'ja',
    fallbackLng: 'ja',
    resources: { ja: { translation: ja } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}
