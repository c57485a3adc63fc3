import type { Configuration, StationEntry } from '../../protocol/configuration';
import { duplicateKeyVersionField, mostDuplicateKeys } from '../../protocol/duplicates/duplicate-tag';
import { sha256Field } from '../../protocol/fields';
import { z } from '../../protocol/zod';
import { type DuplicateSecret, makeDuplicateSecret } from '../../sealing/duplicates/duplicate-secrets';
import { wrapDuplicateKeys } from '../../sealing/duplicates/wrap-duplicate-keys';
import { findJsonFile, writeJsonFile } from '../files/json-file';
import type { OfficeFolder } from './office-folder';

/** duplicate-keys.json: secrets of the keys for duplicate tags (32 bytes, base64url), newest first. */
const duplicateKeysFileSchema = z.strictObject({
  keys: z.array(z.strictObject({ version: duplicateKeyVersionField, secret: sha256Field })).min(1),
});

async function findSecrets(office: OfficeFolder): Promise<readonly DuplicateSecret[] | undefined> {
  const file = await findJsonFile(office.duplicateKeys, duplicateKeysFileSchema);
  return file?.keys.map(({ version, secret }) => ({ version, secret: new Uint8Array(Buffer.from(secret, 'base64url')) }));
}

async function writeSecrets(office: OfficeFolder, secrets: readonly DuplicateSecret[]): Promise<readonly DuplicateSecret[]> {
  const keys = secrets.map(({ version, secret }) => ({ version, secret: Buffer.from(secret).toString('base64url') }));
  await writeJsonFile(office.duplicateKeys, { keys });
  return secrets;
}

const newestOf = (known: readonly { readonly version: number }[]): number => Math.max(0, ...known.map(({ version }) => version));

function givenKeys({ stations }: Pick<Configuration, 'stations'>): readonly { readonly version: number }[] {
  return stations.flatMap(({ duplicateKeys }) => duplicateKeys ?? []);
}

/**
 * Makes the next key, the first included, under a number that no station was given yet. Old ones go on being looked
 * for, so that what was taken under them is still noticed; the oldest goes once there are more than a station holds.
 */
export async function addDuplicateKey(
  office: OfficeFolder,
  configuration: Pick<Configuration, 'stations'>,
): Promise<readonly DuplicateSecret[]> {
  const known = (await findSecrets(office)) ?? [];
  const version = newestOf([...known, ...givenKeys(configuration)]) + 1;
  return writeSecrets(office, [makeDuplicateSecret(version), ...known].slice(0, mostDuplicateKeys));
}

/** Whether a station that should hold duplicate keys was not given any yet. */
export function lacksDuplicateKeys({ stations }: Pick<Configuration, 'stations'>): boolean {
  return stations.some(({ state, duplicateKeys }) => state === 'active' && !duplicateKeys);
}

/**
 * The configuration with the office's keys wrapped to every active station that lacks the newest, and to no revoked one.
 * Where keys were given that this folder does not know (it is a copy from before them), the stations keep theirs and no
 * other key is made up: two keys under one number would never find each other's applications.
 */
export async function withDuplicateKeys(office: OfficeFolder, configuration: Configuration): Promise<Configuration> {
  const isGiven = givenKeys(configuration).length > 0;
  const secrets = (await findSecrets(office)) ?? (isGiven ? [] : await addDuplicateKey(office, configuration));
  return { ...configuration, stations: await Promise.all(configuration.stations.map((station) => withKeys(station, secrets))) };
}

async function withKeys(station: StationEntry, secrets: readonly DuplicateSecret[]): Promise<StationEntry> {
  const { duplicateKeys, ...bare } = station;
  if (station.state === 'revoked') return bare;
  if (newestOf(secrets) <= (duplicateKeys?.version ?? 0)) return station;
  return { ...bare, duplicateKeys: await wrapDuplicateKeys(secrets, station) };
}
