import { findJsonFile, writeJsonFile } from '../files/json-file';
import { CommandFailure } from '../failure';
import { z } from '../../protocol/zod';
import type { OfficeFolder } from './office-folder';

const administratorSchema = z.strictObject({
  serverUrl: z.url({ protocol: /^https?$/ }),
  token: z.string().min(40),
  /** PEM of the one certificate to accept, where the server's is on this very machine. */
  certificate: z.string().optional(),
});

/** How the office reaches its server. */
export interface Administrator {
  readonly serverUrl: string;
  readonly token: string;
  readonly certificate?: string | undefined;
}

/** Throws `not-set-up` where the office does not know its server yet. */
export async function getAdministrator(office: OfficeFolder): Promise<Administrator> {
  const administrator = await findJsonFile(office.administrator, administratorSchema);
  if (administrator) return administrator;
  throw new CommandFailure('not-set-up', `The office in ${office.path} does not know its server yet.`);
}

export function writeAdministrator(office: OfficeFolder, administrator: Administrator): Promise<void> {
  return writeJsonFile(office.administrator, administrator);
}
