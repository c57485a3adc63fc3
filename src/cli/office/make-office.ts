import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { MunicipalityCode } from '../../domain/campaign/municipality';
import { sha256 } from '../../sealing/digest';
import { makeIdentityFile, protectIdentityFile } from '../../sealing/office/identity-file';
import { makeSigningKeyFile, readSigningKeyFile } from '../../sealing/signing-key-file';
import { CommandFailure } from '../failure';
import { replaceFile } from '../files/durable-file';
import { writeJsonFile } from '../files/json-file';
import { makePrivateFolder } from '../files/private-folder';
import { writeAdministrator } from './administrator';
import { type OfficeFolder, officeFolderAt } from './office-folder';
import { writeOfficeProfile } from './office-profile';
import type { OfficePublic } from './office-public';

export interface NewOffice {
  readonly municipality: { readonly code: MunicipalityCode; readonly name: string; readonly contact: string };
  readonly serverUrl: string;
  /** None only in a demo: the identity then lies in the clear. */
  readonly passphrase: string | undefined;
  /** Adds what else belongs into the folder before it appears. */
  readonly complete?: (unfinished: OfficeFolder) => Promise<void>;
}

/**
 * Makes an office: its age identity, its configuration key, its administrator's token. The folder appears whole
 * or not at all. Throws `already-set-up` where there is one.
 */
export async function makeOffice(path: string, wanted: NewOffice): Promise<OfficeFolder> {
  if (existsSync(path)) throw new CommandFailure('already-set-up', `There is something in ${path} already; it is left as it is.`);
  const unfinished = officeFolderAt(`${path}.${randomUUID().slice(0, 8)}.part`);
  await makePrivateFolder(unfinished.path);
  const createdAt = new Date().toISOString();
  const identity = await makeIdentityFile(createdAt);
  const { passphrase } = wanted;
  const identityText = passphrase === undefined ? identity.text : await protectIdentityFile(identity.text, passphrase);
  const token = randomBytes(32).toString('base64url');
  await replaceFile(unfinished.identity, identityText);
  await writeAdministrator(unfinished, { serverUrl: wanted.serverUrl, token });
  await writeOfficeProfile(unfinished, { municipality: wanted.municipality, recipients: [identity.recipient] });
  await writePublicPart(unfinished, wanted.municipality.code, token);
  await wanted.complete?.(unfinished);
  await rename(unfinished.path, path);
  return officeFolderAt(path);
}

async function writePublicPart(office: OfficeFolder, municipality: MunicipalityCode, token: string): Promise<void> {
  const keyText = await makeSigningKeyFile();
  const kept = await readSigningKeyFile(keyText);
  if (!kept) throw new Error('a key just made does not read');
  await replaceFile(office.configurationKey, keyText);
  const administratorTokenDigest = await sha256(new TextEncoder().encode(token));
  const officePublic: OfficePublic = { municipality, configurationKey: kept.key, administratorTokenDigest };
  await writeJsonFile(office.officePublic, officePublic);
}
