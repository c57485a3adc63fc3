import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Configuration } from '../../protocol/configuration';
import { type PublicKey, publicKeyField } from '../../protocol/fields';
import { z } from '../../protocol/zod';
import { verifyConfiguration } from '../../sealing/configuration';
import { CommandFailure } from '../failure';
import { getFile } from '../files/durable-file';
import { getJsonFile, parseJson } from '../files/json-file';
import { getConfigurationKey } from '../office/configuration-key';
import { findOwnConfiguration } from '../office/latest-configuration';
import { getOfficeFolder, officeFolderOf } from '../office/office-folder';
import type { Terminal } from '../terminal/terminal';

export interface ConfigurationChoice {
  readonly office: string | undefined;
  /** A signed configuration: the bare JWS, or an office's configuration.json. */
  readonly configuration: string | undefined;
  /** Public part of the key that signed it: office-public.json or a JWK. */
  readonly configurationKey: string | undefined;
}

const keyFileSchema = z.union([
  z.object({ configurationKey: publicKeyField }).transform(({ configurationKey }) => configurationKey),
  publicKeyField,
]);

/** The configuration whose stations are believed: the office's own, or the one named, verified with the office's key. */
export async function chooseConfiguration(terminal: Terminal, choice: ConfigurationChoice): Promise<Configuration> {
  if (choice.configuration !== undefined) return readNamed(terminal, choice, choice.configuration);
  const office = getOfficeFolder(terminal, choice.office);
  const own = await findOwnConfiguration(office);
  if (!own) throw new CommandFailure('not-set-up', `The office in ${office.path} has no configuration yet.`);
  return own;
}

async function readNamed(terminal: Terminal, choice: ConfigurationChoice, named: string): Promise<Configuration> {
  const text = (await getFile(resolve(terminal.folder, named))).toString('utf8').trim();
  const wrapped = z.object({ jws: z.string() }).safeParse(parseJson(text));
  const configuration = await verifyConfiguration(wrapped.success ? wrapped.data.jws : text, await chooseKey(terminal, choice));
  if (configuration) return configuration;
  throw new CommandFailure('configuration-unverified', `${named} is not signed by this office's configuration key.`);
}

/** The office's configuration key, which also signs its voids. */
export async function chooseConfigurationKey(terminal: Terminal, choice: ConfigurationChoice): Promise<PublicKey> {
  if (choice.configuration !== undefined) return chooseKey(terminal, choice);
  return (await getConfigurationKey(getOfficeFolder(terminal, choice.office))).key;
}

async function chooseKey(terminal: Terminal, { office: named, configurationKey }: ConfigurationChoice): Promise<PublicKey> {
  if (configurationKey !== undefined) return getJsonFile(resolve(terminal.folder, configurationKey), keyFileSchema);
  const office = officeFolderOf(terminal, named);
  if (existsSync(office.configurationKey)) return (await getConfigurationKey(office)).key;
  throw new CommandFailure('not-set-up', 'Where there is no office folder, --configuration needs --configuration-key FILE.');
}
