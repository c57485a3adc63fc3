import { useTranslation } from 'react-i18next';
import { contactOf } from '../../../domain/campaign/municipality';
import type { SlipPaper } from '../../../domain/slip/slip-paper';
import { handingOf, type SlipFacts, slipStages, thingsToBring } from '../../../domain/slip/what-comes-next';
import type { ReceptionNumber } from '../../../domain/submission/reception-number';
import { westernDateWords } from '../../../i18n/day-words';
import { useSession } from '../../session/session-store';
import { useConfiguration } from '../../tablet/tablet-store';
import { NumberCode } from './NumberCode';
import styles from './SlipSheet.module.css';

interface SlipSheetProps {
  readonly receptionNumber: ReceptionNumber;
  readonly slip: SlipFacts;
  readonly paper: SlipPaper;
}

/** 受付票: number, code, what comes next and what to bring, whom to ask. Nothing of who it is. In mm, at its true size. */
export function SlipSheet({ receptionNumber, slip, paper }: SlipSheetProps) {
  const { t } = useTranslation();
  const { municipality, partners, slip: ownWording } = useConfiguration();
  const handing = handingOf(slip.method);
  const goesOn = partners?.find(({ code }) => code === slip.destination) ?? municipality;
  const wording = goesOn === municipality ? ownWording : undefined;
  return (
    <article className={styles.sheet} data-paper={paper}>
      <header className={styles.head}>
        <span>{municipality.name}</span>
        <h2>{t('slip.title')}</h2>
      </header>
      <section className={styles.number}>
        <div>
          <span>{t('slip.number')}</span>
          <strong translate="no">{receptionNumber}</strong>
          <small>
            <Received />
          </small>
        </div>
        <NumberCode number={receptionNumber} label={t('slip.code')} className={styles.code} />
      </section>
      <section>
        <h3>{t('slip.nextTitle')}</h3>
        <ol className={styles.stages}>
          {slipStages.map((stage) => (
            <li key={stage}>
              <b>{t(`slip.next.${stage}`)}</b>
              <span>{t(`slip.text.${stage === 'month' ? handing : stage}`, { municipality: goesOn.name })}</span>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h3>{t(`slip.bringTitle.${handing}`)}</h3>
        <ul className={styles.bring}>
          {thingsToBring(slip).map((item) => (
            <li key={item}>{t(`slip.bring.${item}`)}</li>
          ))}
        </ul>
      </section>
      <footer className={styles.foot}>
        {handing === 'collected' && wording?.collectAt ? (
          <p>
            <b>{t('slip.collectAt')}</b>
            {wording.collectAt}
          </p>
        ) : null}
        <p>
          <b>{t('slip.contact')}</b>
          {contactOf(goesOn)}
        </p>
        {wording?.note ? <p className={styles.note}>{wording.note}</p> : null}
        <small>
          {t('slip.keep')}
          {t('slip.notSubmitted')}
        </small>
      </footer>
    </article>
  );
}

function Received() {
  const { t } = useTranslation();
  const opening = useSession((session) => session.opening);
  if (!opening) return null;
  const { venue, title, day } = opening;
  return t('slip.received', { date: westernDateWords(t, day), venue, title });
}
