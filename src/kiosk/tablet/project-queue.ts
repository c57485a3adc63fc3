import { countFigures } from '../../domain/counts/daily-count';
import type { Queue } from '../../queue/queue';
import { useSession } from '../session/session-store';
import { useTablet } from './tablet-store';

/** Keeps the queue's figures on screen: read again after every change of the queue or of the opening. */
export function projectQueue(queue: Queue): void {
  let isReading = false;
  let isStale = false;
  const refresh = (): void => {
    isStale = true;
    if (isReading) return;
    isReading = true;
    void readWhileStale().finally(() => {
      isReading = false;
    });
  };
  const readWhileStale = async (): Promise<void> => {
    while (isStale) {
      isStale = false;
      useTablet.setState(await readFigures(queue));
    }
  };
  queue.subscribe(refresh);
  useSession.subscribe((session, before) => {
    if (session.opening !== before.opening) refresh();
  });
  refresh();
}

async function readFigures(
  queue: Queue,
): Promise<Pick<ReturnType<typeof useTablet.getState>, 'figures' | 'openingFigures' | 'voids' | 'lastEntry'>> {
  const { opening } = useSession.getState();
  const rows = opening ? await queue.countRowsOn(opening.day) : [];
  return {
    figures: await queue.figures(),
    openingFigures: countFigures(rows.filter((row) => row.openingId === opening?.id)),
    voids: await queue.voids.figures(),
    lastEntry: await queue.lastEntry(),
  };
}
