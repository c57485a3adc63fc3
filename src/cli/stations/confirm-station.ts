import type { Configuration, StationEntry } from '../../protocol/configuration';
import type { AdministratorClient } from '../client/administrator-client';
import { CommandFailure } from '../failure';
import { forgetEnrolmentCode } from './enrolment-codes';
import { getLatestConfiguration, nextConfiguration, publishConfiguration } from '../office/latest-configuration';
import { addDuplicateKey } from '../office/duplicate-keys';
import type { OfficeFolder } from '../office/office-folder';
import { listWaitingStations, type WaitingStation } from './waiting-stations';

/** The one tablet that waits under a station code. Throws where there is none, or more than one. */
export async function getWaitingStation(
  office: OfficeFolder,
  client: AdministratorClient,
  stationCode: string,
): Promise<WaitingStation & { readonly fingerprint: string }> {
  const all = await listWaitingStations(office, client);
  const waiting = all.filter(({ station }) => station.stationCode === stationCode);
  const [found, another] = waiting;
  if (!found) {
    const others = all.map(({ station }) => station.stationCode).join(', ');
    throw new CommandFailure(
      'station-not-found',
      `No tablet waits as ${stationCode}${others && `; waiting: ${others}`}. A tablet that enrols again gets a new code.`,
    );
  }
  if (another)
    throw new CommandFailure(
      'station-ambiguous',
      `More than one tablet waits as ${stationCode}. Confirm none of them; enrol again with a new code.`,
    );
  const { fingerprint } = found;
  if (fingerprint !== undefined) return { ...found, fingerprint };
  throw new CommandFailure(
    'fingerprint-unknown',
    `The code that ${stationCode} used was not made by this office. Do not confirm it; enrol again.`,
  );
}

/**
 * Lists a tablet as active in a new signed configuration, where the digits that somebody read on its screen are
 * its fingerprint. Throws `fingerprint-different` otherwise, and nothing is published.
 */
export async function confirmStation(
  office: OfficeFolder,
  client: AdministratorClient,
  { station, fingerprint, confirmation }: WaitingStation & { readonly fingerprint: string },
  digitsRead: string,
): Promise<Configuration> {
  if (digitsRead.normalize('NFKC').replace(/[\s-]/g, '') !== fingerprint) {
    throw new CommandFailure(
      'fingerprint-different',
      `These are not the six digits of ${station.stationCode}. Nothing was published: the tablet stays locked out.`,
    );
  }
  const current = await getLatestConfiguration(office, client);
  const taken = current.stations.find(({ id, code }) => id === station.stationId || code === station.stationCode);
  // A revoked station keeps its code for good: two keys under one code would give the same reception numbers twice.
  if (taken)
    throw new CommandFailure(
      'station-ambiguous',
      `${station.stationCode} belongs to another tablet (${taken.state}). Enrol again: "enrol" gives the next free code.`,
    );
  const { stationId: id, stationCode: code, signingKey, agreementKey } = station;
  const entry: StationEntry = { id, code, signingKey, agreementKey, state: 'active', ...(confirmation && { confirmation }) };
  const next = nextConfiguration(current, { stations: [...current.stations, entry] });
  await publishConfiguration(office, client, next);
  await forgetEnrolmentCode(office, code);
  return next;
}

/** Lists a station as revoked in a new signed configuration. Throws `station-not-found` where none is active. */
export async function revokeStation(
  office: OfficeFolder,
  client: AdministratorClient,
  stationCode: string,
): Promise<Configuration> {
  const current = await getLatestConfiguration(office, client);
  const revokes = (entry: StationEntry): boolean => entry.code === stationCode && entry.state === 'active';
  if (!current.stations.some(revokes)) throw new CommandFailure('station-not-found', `No active station ${stationCode}.`);
  const stations = current.stations.map((entry) => (revokes(entry) ? { ...entry, state: 'revoked' as const } : entry));
  const next = nextConfiguration(current, { stations });
  // The lost tablet holds the keys so far: what the others seal from now on, it cannot recognise.
  await addDuplicateKey(office, current);
  await publishConfiguration(office, client, next);
  return next;
}
