import { type Configuration, configurationSchema, configurationType } from '../protocol/configuration';
import type { PublicKey } from '../protocol/fields';
import { type SigningKey, signJws, thumbprint, verifyJws } from './jws';

/** Signs a configuration with the office's configuration key; `kid` is that key's thumbprint. */
export function signConfiguration(configuration: Configuration, key: SigningKey): Promise<string> {
  return signJws(configuration, configurationType, key);
}

/** Verifies a configuration against the pinned configuration key. */
export async function verifyConfiguration(jws: string, configurationKey: PublicKey): Promise<Configuration | undefined> {
  const pinned = await thumbprint(configurationKey);
  const findKey = (kid: string): PublicKey | undefined => (kid === pinned ? configurationKey : undefined);
  return verifyJws(jws, { typ: configurationType, schema: configurationSchema, findKey });
}
