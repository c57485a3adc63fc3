import type { Queue } from '../../queue/queue';
import { useSession } from '../session/session-store';
import { keepRead, type Rest } from './keep-read';
import { noFigures, useTablet } from './tablet-store';

/** Reading rests so many times as long as it took: while much is sent it must not be most of the work. */
const restTimes = 4;
/** Each rest is twice the one before while changes follow each other, up to this: a figure that counts down by seconds. */
const longestDoubledMs = 1000;

const rest: Rest = (tookMs, lastRestMs) => Math.max(restTimes * tookMs, Math.min(2 * lastRestMs, longestDoubledMs));

/** Keeps the queue's figures on screen: read again after every change of the queue or of the opening. */
export function projectQueue(queue: Queue): void {
  const readFigures = keepRead(async () => {
    // Asked for at once: the last number must not wait behind what else a start reads.
    const [figures, voids, lastEntry] = await Promise.all([queue.figures(), queue.voids.figures(), queue.lastEntry()]);
    useTablet.setState({ figures, voids, lastEntry });
  }, rest);
  const readOpening = keepRead(async () => {
    const { opening } = useSession.getState();
    useTablet.setState({ openingFigures: opening ? await queue.openingFigures(opening.day, opening.id) : noFigures });
  }, rest);
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
