// @ts-check
// Imported by the server's process before anything else: its clock can be turned while it runs.

const RealDate = Date;
let offsetMs = Number(process.env['CLOCK_OFFSET_MS'] ?? 0);

globalThis.Date = new Proxy(RealDate, {
  construct: (target, words, newTarget) =>
    Reflect.construct(target, words.length === 0 ? [RealDate.now() + offsetMs] : words, newTarget),
  apply: () => new RealDate(RealDate.now() + offsetMs).toString(),
  get: (target, name) => (name === 'now' ? () => RealDate.now() + offsetMs : Reflect.get(target, name)),
});

process.on('message', (message) => {
  if (typeof message !== 'object' || message === null || !('offsetMs' in message)) return;
  offsetMs = Number(message.offsetMs);
  process.send?.({ offsetMs });
});
process.channel?.unref();
// Whoever started it is gone.
process.once('disconnect', () => process.exit(1));
