import type { Figure } from './figure';
import { benchIntake } from './intake/intake-bench';
import { benchKiosk } from './kiosk-bench';
import { benchQueue } from './queue/queue-bench';
import { benchStudio } from './studio-bench';
import { benchTaps } from './taps-bench';

/** Each name, and what it measures. */
const benches: Readonly<Record<string, () => AsyncGenerator<Figure>>> = {
  /** The studio alone: analysis, models, memory. */
  studio: benchStudio,
  /** The photo step of the built kiosk: shutter to photo, and what the coach leaves of the main thread. */
  photo: benchKiosk,
  /** Sealing, starting and delivering beside an empty queue and plain requests. */
  queue: benchQueue,
  /** The server: envelopes taken a second, and whether it answers meanwhile. */
  intake: benchIntake,
  /** Touches an attendant needs for one application. */
  taps: benchTaps,
};

/** Prints one JSON line a figure. Throws where there is no bench of that name. */
export async function benchCommand(only: string | undefined): Promise<void> {
  const names = only === undefined ? Object.keys(benches) : [only];
  for (const name of names) {
    const bench = benches[name];
    if (!bench) throw new Error(`There is no bench "${name}"; there are ${Object.keys(benches).join(', ')}.`);
    for await (const figure of bench()) console.log(JSON.stringify(figure));
  }
}
