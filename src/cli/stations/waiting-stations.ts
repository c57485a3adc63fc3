import type { PendingStation } from '../../protocol/enrolment';
import { enrolmentConfirmation, enrolmentFingerprint } from '../../sealing/enrolment-code';
import { thumbprint } from '../../sealing/jws';
import type { AdministratorClient } from '../client/administrator-client';
import { getConfigurationKey } from '../office/configuration-key';
import { findSecret, type KeptCode, readEnrolmentCodes } from './enrolment-codes';
import type { OfficeFolder } from '../office/office-folder';

/** A tablet that waits to be matched, judged by what the office itself knows. */
export interface WaitingStation {
  readonly station: PendingStation;
  /**
   * Six digits, only to be compared with those typed; undefined where the code is not of this office, or not for
   * this station code.
   */
  readonly fingerprint: string | undefined;
  /** What the configuration says of it once the digits were matched; undefined as `fingerprint` is. */
  readonly confirmation: string | undefined;
}

function isCodeForStation(codes: readonly KeptCode[], { codeId, stationCode }: PendingStation): boolean {
  return codes.some((code) => code.stationCode === stationCode && code.secrets.some((entry) => entry.codeId === codeId));
}

/**
 * Lists the tablets that wait. The fingerprint is computed from the kept secret, the office's own key and the
 * station's key: nothing that a server could put in place of them goes unseen.
 */
export async function listWaitingStations(office: OfficeFolder, client: AdministratorClient): Promise<readonly WaitingStation[]> {
  const codes = await readEnrolmentCodes(office);
  const ownThumbprint = await thumbprint((await getConfigurationKey(office)).key);
  const judge = async (station: PendingStation): Promise<WaitingStation> => {
    const secret = findSecret(codes, station.codeId);
    const isOurs = isCodeForStation(codes, station) && station.stationId === (await thumbprint(station.signingKey));
    if (!secret || !isOurs) return { station, fingerprint: undefined, confirmation: undefined };
    const fingerprint = await enrolmentFingerprint(secret, ownThumbprint, station.stationId);
    return { station, fingerprint, confirmation: await enrolmentConfirmation(secret, ownThumbprint, station.stationId) };
  };
  return Promise.all((await client.listPendingStations()).map(judge));
}
