import { defaultWorkLimits, type WorkFacts, workNotices } from '../../domain/submission/work-limits';
import type { QueueStore } from '../../queue/queue-store';
import type { StationStore } from '../../queue/station-store';
import { type Place, useSession } from '../session/session-store';
import { useTablet } from '../tablet/tablet-store';
import { measureRoom } from './measure-room';

export interface LimitPorts {
  readonly queue: Pick<QueueStore, 'figures' | 'listUndelivered'> & { subscribe(listener: () => void): () => void };
  readonly stationStore: Pick<StationStore, 'getDeviceFacts' | 'saveDeviceFacts'>;
  readonly nowMs: () => number;
}

const lookAgainEveryMs = 60 * 1000;
/** Where nobody is served. */
const betweenTwo: readonly Place['kind'][] = ['home', 'welcome'];

/**
 * Keeps on screen what stands against the next application: looked at between two people, after every change of the
 * queue, and now and then, because room and age change by themselves.
 */
export function watchLimits(ports: LimitPorts): void {
  let isLooking = false;
  let roomBytes: Promise<number | null> | undefined;
  const look = (): void => {
    if (isLooking) return;
    isLooking = true;
    roomBytes ??= measureRoom();
    void roomBytes
      .then((room) => showNotices(ports, room))
      .catch(() => undefined)
      .finally(() => {
        isLooking = false;
        // It was asked for anew meanwhile.
        if (!roomBytes) look();
      });
  };
  /** Measuring writes to the disk: between two people and now and then, not after each of 2,000 deliveries. */
  const measure = (): void => {
    roomBytes = undefined;
    look();
  };
  ports.queue.subscribe(look);
  useSession.subscribe((session, before) => {
    if (session.place.kind !== before.place.kind && betweenTwo.includes(session.place.kind)) measure();
  });
  useTablet.subscribe((tablet, before) => {
    if (tablet.configuration !== before.configuration) look();
  });
  setInterval(measure, lookAgainEveryMs);
  look();
}

/** Reads how the tablet stands and shows it. */
export async function showNotices(ports: LimitPorts, roomBytes: number | null): Promise<void> {
  const limits = useTablet.getState().configuration?.kiosk.limits ?? defaultWorkLimits;
  useTablet.setState({ workNotices: workNotices({ ...(await readFacts(ports)), roomBytes }, limits) });
}

async function readFacts({ queue, stationStore, nowMs }: LimitPorts): Promise<Omit<WorkFacts, 'roomBytes'>> {
  const { waiting, refused } = await queue.figures();
  const [oldest] = await queue.listUndelivered(1);
  const { serverOffsetMs, configurationCheckedAtMs } = await stationStore.getDeviceFacts();
  // An earlier version did not write it down: counted from now.
  if (configurationCheckedAtMs === null) await stationStore.saveDeviceFacts({ configurationCheckedAtMs: nowMs() });
  return {
    undelivered: waiting + refused,
    oldestSealedAtMs: oldest?.sealedAtMs ?? null,
    configurationCheckedAtMs,
    serverOffsetMs,
    nowMs: nowMs(),
  };
}
