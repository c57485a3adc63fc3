import type { MunicipalityCode } from '../domain/campaign/municipality';
import type { PublicKey } from '../protocol/fields';
import { ensureFolder, openStorage } from './open-storage';
import { ensureReceiptKey } from './receipt-key';
import { StartError } from './start-error';

export interface ServerProvisioning {
  readonly municipality: MunicipalityCode;
  /** The office's; whose private half the server never sees. */
  readonly configurationKey: PublicKey;
  /** SHA-256 (base64url) of the UTF-8 token. */
  readonly administratorTokenDigest: string;
}

/**
 * Sets up a municipality in the server's folder, making the folder, the database and the receipt key where they
 * are missing. The same again changes nothing; another token replaces the administrator's. Throws StartError:
 * folder-not-writable, database-unusable, receipt-key-invalid, other-configuration-key.
 */
export async function provisionServer(
  dataFolder: string,
  { municipality, configurationKey, administratorTokenDigest }: ServerProvisioning,
): Promise<{ serverKey: { kid: string; key: PublicKey } }> {
  await ensureFolder(dataFolder);
  const { signer, key } = await ensureReceiptKey(dataFolder);
  const storage = await openStorage(dataFolder);
  try {
    const provisioning = { code: municipality, configurationKey, administratorTokenDigest };
    const { kind } = await storage.municipalities.provision(provisioning, Date.now());
    if (kind === 'otherConfigurationKey') {
      throw new StartError('other-configuration-key', `Municipality ${municipality} is here with another configuration key.`);
    }
  } finally {
    await storage.close();
  }
  return { serverKey: { kid: signer.kid, key } };
}
