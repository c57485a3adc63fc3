/** How long to rest after a reading that took so long, and after so long a rest before it; all in ms. */
export type Rest = (tookMs: number, lastRestMs: number) => number;

const none: Rest = () => 0;

/**
 * Reads one at a time, and again where that was asked for meanwhile, after a rest: no change is missed, and many at once
 * are one. A reading that rejects ends the row of them; the next one that is asked for begins anew.
 */
export function keepRead(read: () => Promise<void>, restAfter = none): () => void {
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
        restMs = restAfter(performance.now() - beganAtMs, restMs);
        if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
      }
    } finally {
      isReading = false;
    }
  };
  return () => {
    isStale = true;
    // What could not be read stays on screen as it was; a database that cannot be used says so itself.
    if (!isReading) void readWhileStale().catch(() => undefined);
  };
}
