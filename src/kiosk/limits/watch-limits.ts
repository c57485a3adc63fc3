import { defaultWorkLimits, type WorkFacts, workNotices } from '../../domain/submission/work-limits';
import type { QueueStore } from '../../queue/queue-store';
import type { StationStore } from '../../queue/station-store';
import { type Place, useSession } from '../session/session-store';
import { keepRead } from '../tablet/keep-read';
import { useTablet } from '../tablet/tablet-store';
import { measureRoom } from './measure-room';

export interface LimitPorts {
  readonly queue: Pick<QueueStore, 'listUndelivered'>;
  readonly stationStore: Pick<StationStore, 'getDeviceFacts' | 'saveDeviceFacts'>;
  readonly nowMs: () => number;
}

const lookAgainEveryMs = 60 * 1000;
/** Where nobody is served. */
const betweenTwo: readonly Place['kind'][] = ['home', 'welcome'];

/**
 * Keeps on screen what stands against the next application: looked at between two people, after every change of the
 * figures, and now and then, because room and age change by themselves.
 */
export function watchLimits(ports: LimitPorts, measure = measureRoom): void {
  let roomBytes: Promise<number | null> | undefined;
  const look = keepRead(async () => {
    roomBytes ??= measure();
    await showNotices(ports, await roomBytes);
  });
  /** Measuring writes to the disk: between two people and now and then, not after each of 2,000 deliveries. */
  const lookAnew = (): void => {
    roomBytes = undefined;
    look();
  };
  useSession.subscribe((session, before) => {
    if (session.place.kind !== before.place.kind && betweenTwo.includes(session.place.kind)) lookAnew();
  });
  useTablet.subscribe((tablet, before) => {
    if (tablet.configuration !== before.configuration || tablet.figures !== before.figures) look();
  });
  setInterval(lookAnew, lookAgainEveryMs);
  look();
}

/** Reads how the tablet stands and shows it. */
async function showNotices(ports: LimitPorts, roomBytes: number | null): Promise<void> {
  const limits = useTablet.getState().configuration?.kiosk.limits ?? defaultWorkLimits;
  useTablet.setState({ workNotices: workNotices({ ...(await readFacts(ports)), roomBytes }, limits) });
}

async function readFacts({ queue, stationStore, nowMs }: LimitPorts): Promise<Omit<WorkFacts, 'roomBytes'>> {
  const [[oldest], deviceFacts] = await Promise.all([queue.listUndelivered(1), stationStore.getDeviceFacts()]);
  const { serverOffsetMs, configurationCheckedAtMs } = deviceFacts;
  // An earlier version did not write it down: counted from now.
  if (configurationCheckedAtMs === null) await stationStore.saveDeviceFacts({ configurationCheckedAtMs: nowMs() });
  const { waiting, refused } = useTablet.getState().figures;
  return {
    undelivered: waiting + refused,
    oldestSealedAtMs: oldest?.sealedAtMs ?? null,
    configurationCheckedAtMs,
    serverOffsetMs,
    nowMs: nowMs(),
  };
}
