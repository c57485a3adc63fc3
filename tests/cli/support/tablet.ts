import type { StationCode } from '../../../src/domain/submission/station-code';
import { enrolmentAnswerSchema, type EnrolmentRequest } from '../../../src/protocol/enrolment';
import { envelopePath, jwsMediaType, manifestHeader, paths } from '../../../src/protocol/http';
import { enrolmentCodeId, enrolmentFingerprint, parseEnrolmentCode } from '../../../src/sealing/enrolment-code';
import { thumbprint } from '../../../src/sealing/jws';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import { makeStationKeys, publicKeyOf, type StationKeys } from '../../../src/sealing/station-keys';

export interface Tablet {
  readonly keys: StationKeys;
  readonly stationCode: StationCode;
  /** What its screen shows. */
  readonly fingerprint: string;
}

/** A tablet that scans or types a code and enrols over HTTP, as the kiosk does. */
export async function enrolTablet(serverUrl: string, code: string): Promise<Tablet> {
  const read = parseEnrolmentCode(code);
  if (!read) throw new Error('no enrolment code');
  const keys = await makeStationKeys();
  const request: EnrolmentRequest = {
    codeId: await enrolmentCodeId(read.secret),
    signingKey: await publicKeyOf(keys.signing),
    agreementKey: await publicKeyOf(keys.agreement),
  };
  const answer = await fetch(new URL(paths.enrolments, serverUrl), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  });
  if (!answer.ok) throw new Error(`enrolment: ${String(answer.status)}`);
  const { stationCode, configurationKey } = enrolmentAnswerSchema.parse(await answer.json());
  const shown = read.configurationThumbprint ?? (await thumbprint(configurationKey));
  return { keys, stationCode, fingerprint: await enrolmentFingerprint(read.secret, shown, keys.stationId) };
}

/** Uploads an envelope; returns the status. */
export async function upload(serverUrl: string, { manifest, manifestJws, bytes }: SealedEnvelope): Promise<number> {
  const answer = await fetch(new URL(envelopePath(manifest.envelopeId), serverUrl), {
    method: 'PUT',
    headers: { [manifestHeader]: manifestJws, 'Content-Type': 'application/age', Accept: jwsMediaType },
    body: bytes,
  });
  await answer.arrayBuffer();
  return answer.status;
}
