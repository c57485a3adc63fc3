const dayMs = 24 * 60 * 60 * 1000;
const mebibyte = 1024 * 1024;

/** Where work stops before it becomes unsafe; a municipality may set its own. */
export interface WorkLimits {
  /** Envelopes that wait or are refused on one tablet. */
  readonly mostUndelivered: number;
  /** Age of the oldest of them. */
  readonly mostUndeliveredDays: number;
  /** Since the office's configuration was last known to be in force. */
  readonly mostConfigurationDays: number;
}

/** Far beyond a week without a network, at any venue. */
export const defaultWorkLimits: WorkLimits = { mostUndelivered: 5000, mostUndeliveredDays: 30, mostConfigurationDays: 45 };

/** How the tablet stands; null where it is not known, which never stops anybody. */
export interface WorkFacts {
  readonly undelivered: number;
  readonly oldestSealedAtMs: number | null;
  readonly configurationCheckedAtMs: number | null;
  /** What the browser would still store. */
  readonly roomBytes: number | null;
  readonly serverOffsetMs: number | null;
  /** By the tablet's own clock. */
  readonly nowMs: number;
}

/** What staff must be told, with the figure that says how bad it is (items, days, MiB, minutes). */
export interface WorkNotice {
  readonly concern: 'undelivered' | 'undeliveredDays' | 'configurationDays' | 'room' | 'clock';
  readonly figure: number;
  /** Whether no new application may be begun. */
  readonly isStop: boolean;
}

const warnFromShare = 0.8;
/** The largest envelope eight times over. */
const leastRoomBytes = 64 * mebibyte;
const littleRoomBytes = 256 * mebibyte;
const mostClockErrorMs = 10 * 60 * 1000;
/** More is a clock's fault and no age: the clock is recorded, not obeyed. */
const oldestPlausibleDays = 400;

/** What stands against beginning the next application, or soon will; the gravest first. */
export function workNotices(facts: WorkFacts, limits: WorkLimits): readonly WorkNotice[] {
  const { nowMs, roomBytes, serverOffsetMs } = facts;
  const found = [
    reached('undelivered', facts.undelivered, limits.mostUndelivered),
    reached('undeliveredDays', daysSince(facts.oldestSealedAtMs, nowMs), limits.mostUndeliveredDays),
    reached('configurationDays', daysSince(facts.configurationCheckedAtMs, nowMs), limits.mostConfigurationDays),
    roomBytes !== null && roomBytes < littleRoomBytes
      ? { concern: 'room', figure: Math.floor(roomBytes / mebibyte), isStop: roomBytes < leastRoomBytes }
      : undefined,
    serverOffsetMs !== null && Math.abs(serverOffsetMs) > mostClockErrorMs
      ? { concern: 'clock', figure: Math.round(Math.abs(serverOffsetMs) / 60_000), isStop: false }
      : undefined,
  ] satisfies readonly (WorkNotice | undefined)[];
  const notices: readonly WorkNotice[] = found.filter((notice) => notice !== undefined);
  return [...notices.filter(({ isStop }) => isStop), ...notices.filter(({ isStop }) => !isStop)];
}

function reached(concern: WorkNotice['concern'], figure: number, limit: number): WorkNotice | undefined {
  return figure >= limit * warnFromShare ? { concern, figure, isStop: figure >= limit } : undefined;
}

function daysSince(atMs: number | null, nowMs: number): number {
  const days = atMs === null ? 0 : Math.floor((nowMs - atMs) / dayMs);
  return days > oldestPlausibleDays ? 0 : days;
}
