import { readSigningKeyFile, type KeptSigningKey } from '../../sealing/signing-key-file';
import { CommandFailure } from '../failure';
import { getFile } from '../files/durable-file';
import type { OfficeFolder } from './office-folder';

/** The office's configuration key. Throws `file-unreadable` where the file is none. */
export async function getConfigurationKey(office: OfficeFolder): Promise<KeptSigningKey> {
  const kept = await readSigningKeyFile((await getFile(office.configurationKey)).toString('utf8'));
  if (!kept) throw new CommandFailure('file-unreadable', `${office.configurationKey} does not hold a configuration key.`);
  return kept;
}
