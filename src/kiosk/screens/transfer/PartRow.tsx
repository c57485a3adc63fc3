import { useTranslation } from 'react-i18next';
import { ProgressBar } from 'react-aria-components';
import { type TransferItem, transferBytesOf } from '../../../sync/transfer/plan-parts';
import { findSaveWay } from '../../transfer/part-target';
import type { PartState } from '../../transfer/use-transfer';
import { ActionButton } from '../../ui/ActionButton';
import { Icon } from '../../ui/Icon';
import styles from './TransferScreen.module.css';

interface PartRowProps {
  readonly title: string;
  readonly items: readonly TransferItem[];
  readonly state: PartState;
  /** Another part is being written. */
  readonly isDisabled: boolean;
  readonly onSave: () => void;
  readonly onGive: () => void;
  readonly onCancel: () => void;
}

const doneKinds: readonly PartState['kind'][] = ['saved', 'handedOver', 'started'];

/** One part: what it holds, how it stands, and the one thing to do next. */
export function PartRow({ title, items, state, isDisabled, onSave, onGive, onCancel }: PartRowProps) {
  const { t } = useTranslation();
  const count = items.length;
  const bytes = items.reduce((sum, item) => sum + transferBytesOf(item), 0);
  const size = (bytes / 1_000_000).toFixed(1);
  const done = state.kind === 'writing' ? state.done : 0;
  return (
    <li className={styles.part}>
      <div className={styles.facts}>
        <strong>{title}</strong>
        <span>{t('transfer.partFacts', { count, size })}</span>
        {state.kind === 'ready' ? null : (
          <span className={styles.state} data-state={state.kind} role="status">
            {doneKinds.includes(state.kind) ? <Icon name="check" size={20} /> : null}
            {t(`transfer.state.${state.kind}`, { done, count })}
          </span>
        )}
        {state.kind === 'writing' ? (
          <ProgressBar aria-label={title} value={done} maxValue={count} className={styles.progress}>
            {({ percentage }) => <progress value={percentage ?? 0} max={100} aria-hidden />}
          </ProgressBar>
        ) : null}
      </div>
      {state.kind === 'writing' ? (
        <ActionButton tone="outline" size="small" onPress={onCancel}>
          {t('transfer.cancel')}
        </ActionButton>
      ) : (
        <NextAction state={state} isDisabled={isDisabled} onSave={onSave} onGive={onGive} />
      )}
    </li>
  );
}

function NextAction({ state, isDisabled, onSave, onGive }: Pick<PartRowProps, 'state' | 'isDisabled' | 'onSave' | 'onGive'>) {
  const { t } = useTranslation();
  const way = findSaveWay();
  if (state.kind === 'packed') {
    return (
      <ActionButton size="small" onPress={onGive} isDisabled={isDisabled} autoFocus>
        {t(way === 'share' ? 'transfer.share' : 'transfer.download')}
      </ActionButton>
    );
  }
  const isDone = doneKinds.includes(state.kind);
  return (
    <ActionButton tone={isDone ? 'outline' : 'primary'} size="small" onPress={onSave} isDisabled={isDisabled}>
      {isDone ? t('transfer.again') : t(way === 'picker' ? 'transfer.save' : 'transfer.prepare')}
    </ActionButton>
  );
}
