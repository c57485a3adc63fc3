import { expect } from 'vitest';
import { getOfficeProfile } from '../../../src/cli/office/office-profile';
import type { Sealer } from './envelopes';
import { officeWithServer, type OfficeWithServer } from './office-with-server';
import { enrolTablet } from './tablet';

export interface OfficeWithTablet extends OfficeWithServer {
  readonly sealer: Sealer;
}

/** Enrols one more tablet and confirms it, as people do. */
export async function confirmTablet(place: OfficeWithServer): Promise<Sealer> {
  const { terminal } = await place.run(['enrol']);
  const code = terminal.printed.find((line) => /^ {4}[0-9A-Z]{4}-/.test(line)) ?? '';
  const tablet = await enrolTablet(place.server.url, code);
  const { exitCode } = await place.run(['stations', 'confirm', tablet.stationCode, '--fingerprint', tablet.fingerprint]);
  expect(exitCode).toBe(0);
  const { recipients } = await getOfficeProfile(place.office);
  return { ...tablet, recipients };
}

/** An office with its server and one confirmed tablet. */
export async function officeWithTablet(): Promise<OfficeWithTablet> {
  const place = await officeWithServer();
  return { ...place, sealer: await confirmTablet(place) };
}
