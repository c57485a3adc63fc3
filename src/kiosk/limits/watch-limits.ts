import { defaultWorkLimits, type WorkFacts, workNotices } from '../../domain/submission/work-limits';
import type { QueueStore } from '../../queue/queue-store';
import type { StationStore } from '../../queue/station-store';
import { useSession } from '../session/session-store';
import { useTablet } from '../tablet/tablet-store';

export interface LimitPorts {
  readonly queue: Pick<QueueStore, 'figures' | 'listUndelivered'> & { subscribe(listener: () => void): () => void };
  readonly stationStore: Pick<StationStore, 'getDeviceFacts' | 'saveDeviceFacts'>;
  readonly nowMs: () => number;
}

const lookAgainEveryMs = 60 * 1000;

/**
 * Keeps on screen what stands against the next application: looked at between two people, after every change of the
 * queue, and now and then, because room and age change by themselves.
 */
export function watchLimits(ports: LimitPorts): void {
  let isLooking = false;
  const look = (): void => {
    if (isLooking) return;
    isLooking = true;
    void showNotices(ports)
      .catch(() => undefined)
      .finally(() => {
        isLooking = false;
      });
  };
  ports.queue.subscribe(look);
  useSession.subscribe((session, before) => {
    if (session.place !== before.place) look();
  });
  useTablet.subscribe((tablet, before) => {
    if (tablet.configuration !== before.configuration) look();
  });
  setInterval(look, lookAgainEveryMs);
  look();
}

/** Reads how the tablet stands and shows it. */
export async function showNotices(ports: LimitPorts): Promise<void> {
  const limits = useTablet.getState().configuration?.kiosk.limits ?? defaultWorkLimits;
  useTablet.setState({ workNotices: workNotices(await readFacts(ports), limits) });
}

async function readFacts({ queue, stationStore, nowMs }: LimitPorts): Promise<WorkFacts> {
  const { waiting, refused } = await queue.figures();
  const [oldest] = await queue.listUndelivered(1);
  const { serverOffsetMs, configurationCheckedAtMs } = await stationStore.getDeviceFacts();
  // An earlier version did not write it down: counted from now.
  if (configurationCheckedAtMs === null) await stationStore.saveDeviceFacts({ configurationCheckedAtMs: nowMs() });
  return {
    undelivered: waiting + refused,
    oldestSealedAtMs: oldest?.sealedAtMs ?? null,
    configurationCheckedAtMs,
    roomBytes: await readRoom(),
    serverOffsetMs,
    nowMs: nowMs(),
  };
}

/** What the browser says it would still store; null where it does not say. */
async function readRoom(): Promise<number | null> {
  const storage = navigator.storage as StorageManager | undefined;
  const { quota, usage } = (await storage?.estimate().catch(() => undefined)) ?? {};
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
}
