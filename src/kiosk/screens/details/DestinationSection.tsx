import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../domain/application/draft';
import type { Partner } from '../../../domain/campaign/office-rules';
import { changeDraft } from '../../session/session-store';
import { ChoiceCards } from '../../ui/ChoiceCards';
import { Notice } from '../../ui/Notice';
import styles from './DetailsStep.module.css';

interface DestinationSectionProps {
  readonly draft: Draft;
  readonly partners: readonly Partner[];
}

/** Where somebody who does not live here does: the application is sealed to that municipality, if it takes part. */
export function DestinationSection({ draft, partners }: DestinationSectionProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.section}>
      {partners.length > 0 ? (
        <>
          <ChoiceCards
            label={t('details.destination.ask')}
            value={draft.destination ?? null}
            choices={partners.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(destination) => changeDraft({ destination })}
          />
          <Notice tone="info">{t('details.destination.sealedToThem')}</Notice>
          <small>{t('details.destination.others')}</small>
        </>
      ) : (
        <Notice tone="attention">{t('details.destination.none')}</Notice>
      )}
    </section>
  );
}
