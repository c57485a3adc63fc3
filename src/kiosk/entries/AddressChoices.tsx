import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { suggestAddress, type SuggestionFacts } from '../../domain/postal/address-suggestion';
import type { PostalFinding } from '../../domain/postal/postal-address';
import styles from './AddressEntry.module.css';

interface AddressChoicesProps extends SuggestionFacts {
  readonly finding: PostalFinding;
  readonly onChoose: (address: string) => void;
}

/** What is to be said or asked about a complete postal code; nothing where the address agrees with it. */
export function AddressChoices({ finding, address, filled, onChoose }: AddressChoicesProps) {
  const { t } = useTranslation();
  if (finding.kind === 'unavailable') return <Said words={t('entry.noList')} />;
  const suggestion = suggestAddress(finding.addresses, { address, filled });
  if (suggestion.kind === 'none') return address.trim() === '' ? <Said words={t('entry.noAddress')} /> : null;
  if (suggestion.kind !== 'choose') return null;
  const title = t(suggestion.replaces ? 'entry.replaceAddress' : 'entry.chooseAddress');
  return (
    <div role="group" aria-label={title} className={styles.choices}>
      <p role="status" className={styles.said}>
        {title}
      </p>
      <div className={styles.texts}>
        {suggestion.texts.map((text) => (
          <Button key={text} className={styles.text} onPress={() => onChoose(text)}>
            {text}
          </Button>
        ))}
      </div>
    </div>
  );
}

function Said({ words }: { readonly words: string }) {
  return (
    <p role="status" className={styles.said}>
      {words}
    </p>
  );
}
