/** Something was waited for in vain. */
export class TooLate extends Error {}

/** The same promise, but with an end: rejects in plain words (`TooLate`) where it has not settled after so long. */
export async function within<Value>(promise: Promise<Value>, limitMs: number, what: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooLate(`not within ${String(limitMs / 1000)} s: ${what}`)), limitMs);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

export function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Nudges until something is true, for so long. */
export async function whenTrue(isTrue: () => boolean, nudge: () => Promise<void>, forMs: number): Promise<boolean> {
  const untilMs = performance.now() + forMs;
  while (!isTrue() && performance.now() < untilMs) {
    await nudge();
    await pass(200);
  }
  return isTrue();
}
