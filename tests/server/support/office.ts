import type { MunicipalityCode } from '../../../src/domain/campaign/municipality';
import type { Configuration, StationEntry } from '../../../src/protocol/configuration';
import { signConfiguration } from '../../../src/sealing/configuration';
import { sha256 } from '../../../src/sealing/digest';
import { type KeptSigningKey, makeSigningKeyFile, readSigningKeyFile } from '../../../src/sealing/signing-key-file';
import { sampleConfiguration, sampleMunicipality } from '../../support/sample-application';

/** An office with its own configuration key and administrator's token. */
export interface Office {
  readonly code: MunicipalityCode;
  readonly configurationKey: KeptSigningKey;
  readonly administratorToken: string;
  readonly administratorTokenDigest: string;
}

export async function makeOffice(code: MunicipalityCode = sampleMunicipality): Promise<Office> {
  const administratorToken = `token-${crypto.randomUUID()}`;
  return {
    code,
    configurationKey: await makeKey(),
    administratorToken,
    administratorTokenDigest: await sha256(new TextEncoder().encode(administratorToken)),
  };
}

export async function makeKey(): Promise<KeptSigningKey> {
  const key = await readSigningKeyFile(await makeSigningKeyFile());
  if (!key) throw new Error('a made key does not read');
  return key;
}

/** A configuration of this office, signed. */
export function signedConfiguration(
  office: Office,
  stations: readonly StationEntry[],
  overrides: Partial<Configuration> = {},
): Promise<string> {
  const municipality = { code: office.code, name: '見本市', contact: '見本市役所 市民課' };
  const configuration = sampleConfiguration({ municipality, stations: [...stations], ...overrides });
  return signConfiguration(configuration, office.configurationKey.signer);
}
