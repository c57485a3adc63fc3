import {
  type Configuration,
  configurationSchema,
  configurationType,
  readableConfigurationSchema,
} from '../protocol/configuration';
import type { PublicKey } from '../protocol/fields';
import { type SigningKey, signJws, thumbprint, verifyJws } from './jws';

/** Signs a configuration with the office's configuration key; `kid` is that key's thumbprint. */
export function signConfiguration(configuration: Configuration, key: SigningKey): Promise<string> {
  return signJws(configuration, configurationType, key);
}

/** Verifies a configuration against the pinned configuration key; what a newer version added is left out. */
export function verifyConfiguration(jws: string, configurationKey: PublicKey): Promise<Configuration | undefined> {
  return verify(jws, configurationKey, readableConfigurationSchema);
}

/** The same for whoever changes it and signs it again: undefined too where anything would have to be left out. */
export function verifyWholeConfiguration(jws: string, configurationKey: PublicKey): Promise<Configuration | undefined> {
  return verify(jws, configurationKey, configurationSchema);
}

async function verify(
  jws: string,
  configurationKey: PublicKey,
  schema: typeof configurationSchema | typeof readableConfigurationSchema,
): Promise<Configuration | undefined> {
  const pinned = await thumbprint(configurationKey);
  const findKey = (kid: string): PublicKey | undefined => (kid === pinned ? configurationKey : undefined);
  return verifyJws(jws, { typ: configurationType, schema, findKey });
}
