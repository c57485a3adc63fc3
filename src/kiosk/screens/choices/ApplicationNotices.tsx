import { useTranslation } from 'react-i18next';
import type { Notice as ApplicationNotice } from '../../../domain/application/notices';
import type { Border } from '../../../domain/rules/borders';
import type { ExpressReason } from '../../../domain/rules/express-rule';
import { monthDayWords, westernDateWords } from '../../../i18n/day-words';
import { useConfiguration } from '../../tablet/tablet-store';
import { Notice } from '../../ui/Notice';
import { useNotices } from './use-notices';

interface ApplicationNoticesProps {
  readonly kinds: readonly ApplicationNotice['kind'][];
}

/** What the person should know before they seal: a border that is near, a stay that ends, a quicker way at the counter. */
export function ApplicationNotices({ kinds }: ApplicationNoticesProps) {
  const { t } = useTranslation();
  const shown = useNotices().filter(({ kind }) => kinds.includes(kind));
  return shown.map((notice, index) => {
    switch (notice.kind) {
      case 'stayEndsSoon':
        return (
          <Notice key={index} tone="attention">
            {t('notices.stayEndsSoon', { date: westernDateWords(t, notice.on) })}
          </Notice>
        );
      case 'border':
        return <BorderNotice key={index} border={notice.border} />;
      case 'express':
        return <ExpressNotice key={index} reason={notice.reason} />;
    }
  });
}

/** The office may file after this day. That a stay ends is a notice of its own. */
function BorderNotice({ border: { on, changes } }: { readonly border: Border }) {
  const { t } = useTranslation();
  const told = changes.filter((change) => change !== 'stay');
  if (told.length === 0) return null;
  const words = told.map((change) => t(`notices.change.${change}`)).join(t('notices.between'));
  return <Notice tone="attention">{t('notices.border', { date: monthDayWords(t, on), changes: words })}</Notice>;
}

function ExpressNotice({ reason }: { readonly reason: ExpressReason }) {
  const { t } = useTranslation();
  const { municipality } = useConfiguration();
  return (
    <Notice tone="info">
      {t(`choices.express.${reason}`)} {t('choices.express.counterOnly')}
      <br />
      <strong>{t('choices.express.counter', { contact: municipality.contact || municipality.name })}</strong>
    </Notice>
  );
}
