import i18next, { type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Starts the texts with the words given, Japanese first. React escapes by itself. */
export function startI18n(words: ResourceLanguage): void {
  void i18next.use(initReactI18next).init({
    lng: 'ja',
    fallbackLng: 'ja',
    resources: { ja: { translation: words } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

/** Adds the words of all screens beyond the home screen. */
async function addLaterWords(): Promise<void> {
  const { afterHome } = await import('./ja/after-home');
  i18next.addResourceBundle('ja', 'translation', afterHome, true);
}

/** What is loaded when it is needed waits for its words too. */
export async function worded<Part>(part: Promise<Part>): Promise<Part> {
  await addLaterWords();
  return part;
}
