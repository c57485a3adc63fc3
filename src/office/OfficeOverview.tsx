import { useTranslation } from 'react-i18next';
import { monthDayWords, timeWords } from '../i18n/day-words';
import type { ArrivedEnvelope, OfficeView } from './office-client';

const openCommands = [
  'npm run -s madoguchi -- fetch --out DIR',
  'npm run -s madoguchi -- open --identity FILE --in DIR --out DIR',
];
const confirmCommand = 'npm run -s madoguchi -- stations confirm';

/** What has arrived, newest first, and the tablets whose fingerprint waits to be matched. */
export function OfficeOverview({ view, onRefresh }: { readonly view: OfficeView; readonly onRefresh: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      {view.pending.length > 0 ? (
        <section className="pending">
          <h2>{t('office.pending')}</h2>
          <p>{t('office.pendingHint')}</p>
          {view.pending.map((station) => (
            <pre key={station.stationId}>
              {confirmCommand} {station.stationCode}
            </pre>
          ))}
        </section>
      ) : null}
      <header className="inbox">
        <h2>
          {t('office.envelopes')} <span className="count">{view.envelopes.length}</span>
        </h2>
        <button type="button" className="quiet" onClick={onRefresh}>
          {t('office.refresh')}
        </button>
      </header>
      {view.envelopes.length === 0 ? <p className="empty">{t('office.empty')}</p> : <EnvelopeTable view={view} />}
      <section className="open">
        <p>{t('office.open')}</p>
        <pre>{openCommands.join('\n')}</pre>
      </section>
    </>
  );
}

function EnvelopeTable({ view }: { readonly view: OfficeView }) {
  const { t } = useTranslation();
  const columns = ['number', 'venue', 'day', 'method', 'kind', 'received', 'state'] as const;
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`office.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.envelopes.map((envelope) => (
          <EnvelopeRow key={envelope.manifest.envelopeId} envelope={envelope} view={view} />
        ))}
      </tbody>
    </table>
  );
}

function EnvelopeRow({ envelope, view }: { readonly envelope: ArrivedEnvelope; readonly view: OfficeView }) {
  const { t } = useTranslation();
  const { manifest, receipt, isSecured } = envelope;
  const opening = view.configuration?.openings.find(({ id }) => id === manifest.openingId);
  return (
    <tr>
      <th scope="row">{manifest.receptionNumber}</th>
      <td>{opening ? `${opening.venue} ${opening.title}` : t('counts.unknownOpening')}</td>
      <td>{monthDayWords(t, manifest.day)}</td>
      <td>{t(`common.method.${manifest.method}`)}</td>
      <td>{t(`common.kind.${manifest.kind}`)}</td>
      <td>{timeWords(Date.parse(receipt.receivedAt))}</td>
      <td>
        <span className={isSecured ? 'tag done' : 'tag'}>{t(isSecured ? 'office.secured' : `office.${receipt.state}`)}</span>
      </td>
    </tr>
  );
}
