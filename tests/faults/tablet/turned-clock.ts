declare global {
  var turnClock: (offsetMs: number) => void;
}

/** Runs in the page before the app: its clock is off by so much, and can be turned again. */
export function prepareTurnedClock(offsetMs: number): void {
  const RealDate = Date;
  let turnedMs = offsetMs;
  globalThis.turnClock = (nextMs) => {
    turnedMs = nextMs;
  };
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, words: unknown[], newTarget) =>
      Reflect.construct(target, words.length === 0 ? [RealDate.now() + turnedMs] : words, newTarget) as Date,
    apply: () => new RealDate(RealDate.now() + turnedMs).toString(),
    get: (target, name): unknown => (name === 'now' ? () => RealDate.now() + turnedMs : Reflect.get(target, name)),
  });
}
