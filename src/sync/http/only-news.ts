/** The server names its time in whole seconds: a difference that changed by less tells nothing new. */
const exactToMs = 1000;

/**
 * Records a clock's difference when it is news, and not with every answer: each record is a strict transaction.
 * What could not be recorded is news again.
 */
export function onlyNews(record: (offsetMs: number) => Promise<void>): (offsetMs: number) => void {
  let recordedMs: number | undefined;
  return (offsetMs) => {
    if (recordedMs !== undefined && Math.abs(offsetMs - recordedMs) <= exactToMs) return;
    const before = recordedMs;
    recordedMs = offsetMs;
    record(offsetMs).catch(() => (recordedMs = before));
  };
}
