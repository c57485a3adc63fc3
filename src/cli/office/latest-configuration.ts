import { type Configuration, isNewerConfiguration } from '../../protocol/configuration';
import { compactJwsField, type PublicKey } from '../../protocol/fields';
import { z } from '../../protocol/zod';
import { signConfiguration, verifyConfiguration, verifyWholeConfiguration } from '../../sealing/configuration';
import type { AdministratorClient } from '../client/administrator-client';
import { CommandFailure } from '../failure';
import { findJsonFile, writeJsonFile } from '../files/json-file';
import { getConfigurationKey } from './configuration-key';
import { withDuplicateKeys } from './duplicate-keys';
import type { OfficeFolder } from './office-folder';

/** configuration.json: the signed configuration as one compact JWS. */
const configurationFileSchema = z.strictObject({ jws: compactJwsField });

async function verified(jws: string, key: PublicKey, origin: string): Promise<Configuration> {
  const configuration = await verifyConfiguration(jws, key);
  if (configuration) return configuration;
  throw new CommandFailure(
    'configuration-unverified',
    `The configuration ${origin} is not signed by this office's configuration key.`,
  );
}

/** For whoever changes it and signs it again. Throws `configuration-newer` where that would lose something. */
async function verifiedWhole(jws: string, key: PublicKey, origin: string): Promise<Configuration> {
  const configuration = await verifyWholeConfiguration(jws, key);
  if (configuration) return configuration;
  await verified(jws, key, origin);
  throw new CommandFailure(
    'configuration-newer',
    `The configuration ${origin} holds what this version does not know. Update first: to change it now would lose that.`,
  );
}

/** The configuration that lies in the office folder, verified, to be read; undefined before the first. */
export async function findOwnConfiguration(office: OfficeFolder): Promise<Configuration | undefined> {
  const file = await findJsonFile(office.configuration, configurationFileSchema);
  return file && verified(file.jws, (await getConfigurationKey(office)).key, `in ${office.path}`);
}

/** The newest configuration, and whether the server has it too. */
export interface LatestConfiguration {
  readonly configuration: Configuration;
  readonly isAtServer: boolean;
}

/**
 * The newest configuration that this office signed: its own copy, or the server's where another person of the
 * office published a newer one. The server cannot make one up; it can at most keep one back.
 */
export async function findLatestConfiguration(
  office: OfficeFolder,
  client: AdministratorClient,
): Promise<LatestConfiguration | undefined> {
  const { key } = await getConfigurationKey(office);
  const file = await findJsonFile(office.configuration, configurationFileSchema);
  const own = file && (await verifiedWhole(file.jws, key, `in ${office.path}`));
  const jws = await client.findConfiguration();
  if (jws === undefined) return own && { configuration: own, isAtServer: false };
  const published = await verifiedWhole(jws, key, 'at the server');
  if (own && isNewerConfiguration(own, published)) return { configuration: own, isAtServer: false };
  if (!own || isNewerConfiguration(published, own)) await writeJsonFile(office.configuration, { jws });
  return { configuration: published, isAtServer: true };
}

/** The same, where there must be one. Throws `not-set-up`. */
export async function getLatestConfiguration(office: OfficeFolder, client: AdministratorClient): Promise<Configuration> {
  const latest = await findLatestConfiguration(office, client);
  if (latest) return latest.configuration;
  throw new CommandFailure('not-set-up', `The office in ${office.path} has not published a configuration yet.`);
}

/**
 * Gives stations the keys they lack, signs the configuration, publishes it at the server, and only then keeps it as the
 * office's own.
 */
export async function publishConfiguration(
  office: OfficeFolder,
  client: AdministratorClient,
  configuration: Configuration,
): Promise<void> {
  const whole = await withDuplicateKeys(office, configuration);
  const jws = await signConfiguration(whole, (await getConfigurationKey(office)).signer);
  await client.putConfiguration(jws);
  await writeJsonFile(office.configuration, { jws });
}

/** The configuration after this one, with some of its parts replaced. */
export function nextConfiguration(current: Configuration, changes: Partial<Configuration>): Configuration {
  return { ...current, ...changes, epoch: current.epoch, version: current.version + 1, issuedAt: new Date().toISOString() };
}
