import type { Queue } from '../../queue/queue';
import { useSession } from '../session/session-store';
import { noFigures, useTablet } from './tablet-store';

/** Reading rests so many times as long as it took: while much is sent it must not be most of the work. */
const restTimes = 4;
/** Each rest is twice the one before while changes follow each other, up to this: nobody reads figures faster. */
const longestDoubledMs = 400;

/** Keeps the queue's figures on screen: read again after every change of the queue or of the opening. */
export function projectQueue(queue: Queue): void {
  const readFigures = againAndAgain(async () => {
    const [figures, voids, lastEntry] = [await queue.figures(), await queue.voids.figures(), await queue.lastEntry()];
    useTablet.setState({ figures, voids, lastEntry });
  });
  const readOpening = againAndAgain(async () => {
    const { opening } = useSession.getState();
    useTablet.setState({ openingFigures: opening ? await queue.openingFigures(opening.day, opening.id) : noFigures });
  });
  queue.subscribe(() => {
    readFigures();
    readOpening();
  });
  useSession.subscribe((session, before) => {
    if (session.opening !== before.opening) readOpening();
  });
  readFigures();
  readOpening();
}

/** Reads one at a time, and again where that was asked for meanwhile, after a rest. */
function againAndAgain(read: () => Promise<void>): () => void {
  let isReading = false;
  let isStale = false;
  const readWhileStale = async (): Promise<void> => {
    isReading = true;
    let restMs = 0;
    try {
      while (isStale) {
        isStale = false;
        const beganAtMs = performance.now();
        await read();
        restMs = Math.max(restTimes * (performance.now() - beganAtMs), Math.min(2 * restMs, longestDoubledMs));
        await new Promise((resolve) => setTimeout(resolve, restMs));
      }
    } finally {
      isReading = false;
    }
  };
  return () => {
    isStale = true;
    if (!isReading) void readWhileStale();
  };
}
