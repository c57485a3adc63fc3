import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { buildWhenChanged } from '../../../src/launch/prepare.mjs';
import { drawPictures } from '../camera/draw-pictures';
import { standingPayloads } from '../camera/payloads';
import { type Picture, pictures } from '../camera/picture';
import { FakeCamera } from '../fake-camera';
import { confirmByCommand, enrolByTyping, whenReadyForOffline } from '../kiosk/enrol';
import { freePort } from '../product/free-port';
import { Venue } from './venue';

interface EnrolledStation {
  readonly dataFolder: string;
  readonly profileFolder: string;
  readonly port: number;
}

interface JourneyFixtures {
  /** A tablet fresh from its box and a product that was never started. */
  readonly newVenue: Venue;
  /** A running product and its enrolled, confirmed tablet, switched on at the start of the day. */
  readonly venue: Venue;
}

interface WorkerFixtures {
  /** The product's build, made anew where its sources changed: no journey runs on an old one. */
  readonly builtProduct: undefined;
  readonly frames: ReadonlyMap<Picture, Buffer>;
  readonly enrolledStation: EnrolledStation;
}

/** The journeys' own test: whatever a journey does, its tablet must not have reported a single fault. */
export const test = base.extend<JourneyFixtures, WorkerFixtures>({
  builtProduct: [
    async ({ playwright: _playwright }, use) => {
      await buildWhenChanged(['web', 'node']);
      await use(undefined);
    },
    { scope: 'worker', auto: true, timeout: 300_000 },
  ],
  frames: [
    async ({ playwright }, use) => {
      await use(await drawPictures(pictures, standingPayloads, playwright.chromium));
    },
    { scope: 'worker' },
  ],
  enrolledStation: [
    async ({ frames }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'madoguchi-station-'));
      const venue = new Venue(folder, await freePort(), new FakeCamera(folder, new Map(frames)));
      try {
        await venue.product.start();
        const { page } = await venue.switchOn();
        await enrolByTyping(page, venue.product);
        await confirmByCommand(page, venue.product);
        await whenReadyForOffline(page);
        await venue.close();
        await use({ dataFolder: venue.product.dataFolder, profileFolder: venue.profileFolder, port: venue.product.port });
      } finally {
        await venue.close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  newVenue: async ({ frames }, use) => {
    await withVenue(frames, await freePort(), () => undefined, use);
  },
  venue: async ({ frames, enrolledStation }, use) => {
    const prepare = (venue: Venue): void => {
      cpSync(enrolledStation.dataFolder, venue.product.dataFolder, { recursive: true });
      cpSync(enrolledStation.profileFolder, venue.profileFolder, { recursive: true });
    };
    await withVenue(frames, enrolledStation.port, prepare, async (venue) => {
      await venue.product.start();
      await venue.switchOn();
      await use(venue);
    });
  },
});

async function withVenue(
  frames: ReadonlyMap<Picture, Buffer>,
  port: number,
  prepare: (venue: Venue) => void,
  use: (venue: Venue) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-venue-'));
  const venue = new Venue(folder, port, new FakeCamera(folder, new Map(frames)));
  try {
    prepare(venue);
    await use(venue);
    expect(venue.faults, 'the tablet reported no policy violation and no error').toEqual([]);
  } finally {
    await venue.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export { expect };
