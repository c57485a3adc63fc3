import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOffice, type OfficeResult } from './office-client';
import { OfficeOverview } from './OfficeOverview';

/** The office's page, first version: what has arrived and which tablets wait. The token stays in memory. */
export function OfficeApp() {
  const { t } = useTranslation();
  const [token, setToken] = useState('');
  const [result, setResult] = useState<OfficeResult>();
  const read = (): void => void readOffice(token).then(setResult);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    read();
  };
  return (
    <main className="office">
      <h1>{t('office.title')}</h1>
      {result?.kind === 'view' ? (
        <OfficeOverview view={result.view} onRefresh={read} />
      ) : (
        <form className="sign-in" onSubmit={submit}>
          <p>{t('office.lead')}</p>
          <label>
            {t('office.token')}
            <input
              type="password"
              value={token}
              autoComplete="off"
              onChange={(event) => setToken(event.target.value)}
              autoFocus
            />
          </label>
          <p className="hint">{t('office.tokenHint')}</p>
          {result ? (
            <p className="error" role="alert">
              {t(result.kind === 'notAuthorised' ? 'office.wrongToken' : 'office.unreachable')}
            </p>
          ) : null}
          <button type="submit" disabled={token === ''}>
            {t('office.signIn')}
          </button>
        </form>
      )}
    </main>
  );
}
