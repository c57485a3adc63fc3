import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CommandFailure } from '../failure';
import type { Terminal } from '../terminal/terminal';

/** 庁内フォルダ: everything that only the office holds. The server never reads it. */
export interface OfficeFolder {
  readonly path: string;
  /** Who this office is, and its age recipients. */
  readonly profile: string;
  /** age identity, plain or under a passphrase: opens envelopes. */
  readonly identity: string;
  /** Private JWK: signs configurations. */
  readonly configurationKey: string;
  /** The server's address and the token that the administrator shows it. */
  readonly administrator: string;
  /** The latest signed configuration. */
  readonly configuration: string;
  /** Secrets of enrolment codes, kept until their tablet is confirmed. */
  readonly enrolmentCodes: string;
  /** Keys for duplicate tags: stations are given them wrapped, the server never. */
  readonly duplicateKeys: string;
  /** What the server may know of this office: given to it once. */
  readonly officePublic: string;
  /** Which columns of rosters were which, by their headings. */
  readonly rosterColumns: string;
  /** Voids that the office knows, by envelope id, and which of them a clerk has settled. */
  readonly voids: string;
  /** PINs of a demo's attendants. A real office keeps none. */
  readonly demoAttendants: string;
}

export function officeFolderAt(path: string): OfficeFolder {
  return {
    path,
    profile: join(path, 'office.json'),
    identity: join(path, 'identity.age.txt'),
    configurationKey: join(path, 'configuration-key.jwk'),
    administrator: join(path, 'administrator.json'),
    configuration: join(path, 'configuration.json'),
    enrolmentCodes: join(path, 'enrolment-codes.json'),
    duplicateKeys: join(path, 'duplicate-keys.json'),
    officePublic: join(path, 'office-public.json'),
    rosterColumns: join(path, 'roster-columns.json'),
    voids: join(path, 'voids'),
    demoAttendants: join(path, 'demo-attendants.json'),
  };
}

/** `MADOGUCHI_DATA`, or `.madoguchi` in the folder the command runs in. */
export function dataFolderOf({ env, folder }: Terminal): string {
  const named = env['MADOGUCHI_DATA'];
  return named ? resolve(folder, named) : resolve('.madoguchi');
}

export function serverFolderOf(terminal: Terminal): string {
  return join(dataFolderOf(terminal), 'server');
}

/** The office folder named by `--office`, or `office` in the data folder. */
export function officeFolderOf(terminal: Terminal, named: string | undefined): OfficeFolder {
  return officeFolderAt(named ? resolve(terminal.folder, named) : join(dataFolderOf(terminal), 'office'));
}

/** The same, of an office that was set up. Throws `not-set-up`. */
export function getOfficeFolder(terminal: Terminal, named: string | undefined): OfficeFolder {
  const folder = officeFolderOf(terminal, named);
  if (existsSync(folder.configurationKey)) return folder;
  throw new CommandFailure(
    'not-set-up',
    `There is no office in ${folder.path}. Run "start" for a demo or "setup" first, or name it with --office.`,
  );
}
