import type { Scene } from '../scene';
import { versions } from '../server/server-process';
import { pass } from '../waiting/within';

/** Strikes while people are being served. Resolves with whether it really happened. */
type Strike = (scene: Scene) => Promise<boolean>;

const hourMs = 3_600_000;
const turnsMs = [-11, -1, 1, 25, 24 * 9, 24 * 400, -24 * 400, 24 * 3650, -24 * 3650].map((hours) => hours * hourMs);

/** What can befall a counter at any moment. */
export const strikes = {
  tabKilled: async ({ tablet }) => {
    await tablet.killTab();
    return true;
  },
  browserKilled: async ({ tablet }) => {
    await tablet.killBrowser();
    return true;
  },
  serverKilled: async ({ server, random }) => {
    const wasRunning = server.isRunning;
    await server.kill();
    await pass(random() * 800);
    return wasRunning;
  },
  networkGone: async ({ tablet, random }) => {
    await tablet.context.setOffline(true);
    const isOffline = await tablet.page.evaluate(() => !navigator.onLine);
    await pass(random() * 1200);
    await tablet.context.setOffline(false);
    return isOffline;
  },
  tabletClockTurned: ({ tablet, random }) => tablet.turnClock(someTurn(random)),
  serverClockTurned: ({ server, random }) => server.turnClock(someTurn(random)),
} as const satisfies Record<string, Strike>;

/** Puts up again whatever a strike has left down. */
export async function recover({ server, tablet }: Scene): Promise<void> {
  if (!server.isRunning) await server.start();
  if (tablet.isOff) await tablet.switchOn();
  else if (tablet.isTabDead) await tablet.reopenTab();
}

/** Starts the server as the other version. */
export async function exchangeServer({ server }: Scene): Promise<void> {
  await server.kill();
  server.version = versions.find((version) => version !== server.version) ?? server.version;
  await server.start();
}

function someTurn(random: () => number): number {
  return turnsMs[Math.floor(random() * turnsMs.length)] ?? 0;
}
