import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../domain/counts/daily-count';
import { figureNames } from './use-count-words';
import styles from './CountsScreen.module.css';

interface CountTableProps {
  readonly title: string;
  readonly figures: readonly (readonly [name: string, figures: Figures])[];
  readonly total: Figures;
}

/** One way of counting the day: a row a value, the total below. */
export function CountTable({ title, figures, total }: CountTableProps) {
  const { t } = useTranslation();
  const rows = [...figures, [t('counts.total'), total] as const];
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('counts.item')}</th>
          {figureNames.map((name) => (
            <th key={name} scope="col">
              {t(`counts.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, values]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {figureNames.map((figure) => (
              <td key={figure}>{values[figure]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
