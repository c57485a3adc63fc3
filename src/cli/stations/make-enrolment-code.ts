import type { StationCode } from '../../domain/submission/station-code';
import { enrolmentCodeId, formatEnrolmentQr, formatEnrolmentTyped, makeEnrolmentSecret } from '../../sealing/enrolment-code';
import { thumbprint } from '../../sealing/jws';
import type { AdministratorClient } from '../client/administrator-client';
import { CommandFailure } from '../failure';
import { getConfigurationKey } from '../office/configuration-key';
import { keepEnrolmentCode, readEnrolmentCodes } from './enrolment-codes';
import { findFreeStationCode } from './free-station-code';
import { getLatestConfiguration } from '../office/latest-configuration';
import type { OfficeFolder } from '../office/office-folder';

/** A one-time code as shown to the person at the tablet. */
export interface ShownEnrolmentCode {
  readonly stationCode: StationCode;
  readonly typed: string;
  /** The QR's text. */
  readonly qr: string;
  readonly expiresAtMs: number;
}

const validForMs = 10 * 60 * 1000;

async function stationCodesTaken(office: OfficeFolder, client: AdministratorClient, nowMs: number): Promise<ReadonlySet<string>> {
  const { stations } = await getLatestConfiguration(office, client);
  const pending = await client.listPendingStations();
  const open = (await readEnrolmentCodes(office)).filter(({ expiresAt }) => Date.parse(expiresAt) > nowMs);
  return new Set([...stations.map(({ code }) => code), ...[...pending, ...open].map(({ stationCode }) => stationCode)]);
}

/**
 * Makes a one-time enrolment code for the next free station. Its secrets are kept in the office folder before
 * the server, which gets only their digests, can accept them.
 */
export async function makeEnrolmentCode(office: OfficeFolder, client: AdministratorClient): Promise<ShownEnrolmentCode> {
  const nowMs = Date.now();
  const stationCode = findFreeStationCode(await stationCodesTaken(office, client, nowMs));
  if (!stationCode) throw new CommandFailure('no-free-station-code', 'Every station code is taken.');
  const [qr, typed] = [makeEnrolmentSecret('qr'), makeEnrolmentSecret('typed')];
  const secrets = await Promise.all(
    [qr, typed].map(async (secret) => ({ codeId: await enrolmentCodeId(secret), secret: Buffer.from(secret).toString('hex') })),
  );
  const expiresAtMs = nowMs + validForMs;
  const expiresAt = new Date(expiresAtMs).toISOString();
  await keepEnrolmentCode(office, { stationCode, expiresAt, secrets }, nowMs);
  await client.registerEnrolmentCode({ codeIds: secrets.map(({ codeId }) => codeId), stationCode, expiresAt });
  const { key } = await getConfigurationKey(office);
  return { stationCode, typed: formatEnrolmentTyped(typed), qr: formatEnrolmentQr(qr, await thumbprint(key)), expiresAtMs };
}
