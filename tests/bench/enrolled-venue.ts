import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawPictures } from '../support/camera/draw-pictures';
import { standingPayloads } from '../support/camera/payloads';
import { pictures } from '../support/camera/picture';
import { FakeCamera } from '../support/fake-camera';
import { confirmByCommand, enrolByTyping, whenReadyForOffline } from '../support/kiosk/enrol';
import { freePort } from '../support/product/free-port';
import { Venue } from '../support/venue/venue';

/** A running product with an enrolled tablet that needs no network. Whoever opens it closes it. */
export async function openEnrolledVenue(): Promise<{ readonly venue: Venue; readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-bench-'));
  const venue = new Venue(folder, await freePort(), new FakeCamera(folder, await drawPictures(pictures, standingPayloads)));
  const close = async (): Promise<void> => {
    await venue.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await venue.product.start();
    const { page } = await venue.switchOn();
    await enrolByTyping(page, venue.product);
    await confirmByCommand(page, venue.product);
    await whenReadyForOffline(page);
    return { venue, close };
  } catch (error) {
    await close();
    throw error;
  }
}
