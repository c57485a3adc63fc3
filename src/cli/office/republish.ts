import { resolve } from 'node:path';
import type { Configuration } from '../../protocol/configuration';
import { administratorClient } from '../client/administrator-client';
import { CommandFailure } from '../failure';
import { getJsonFile } from '../files/json-file';
import { serverPublicSchema } from '../setup/plan';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { getAdministrator } from './administrator';
import { getLatestConfiguration, nextConfiguration, publishConfiguration } from './latest-configuration';
import { getOfficeFolder } from './office-folder';

interface Named {
  readonly office: string | undefined;
  /** The server's next receipt key. */
  readonly serverPublic: string | undefined;
}

/**
 * Signs the latest configuration once more, one version on: for a server that was restored from before it, or with one
 * more server key. Keys listed before stay, for receipts by them must hold for good.
 */
export async function runRepublish(terminal: Terminal, named: Named): Promise<ExitCode> {
  const office = getOfficeFolder(terminal, named.office);
  const client = administratorClient(await getAdministrator(office));
  const added = named.serverPublic && (await getJsonFile(resolve(terminal.folder, named.serverPublic), serverPublicSchema));
  const latest = await getLatestConfiguration(office, client);
  const next = nextConfiguration(latest, { serverKeys: withKey(latest.serverKeys, added || undefined) });
  await publishConfiguration(office, client, next);
  const what = added ? `the latest, with the server key ${added.kid}` : 'the latest once more';
  terminal.print(`Published configuration ${next.epoch}.${next.version}: ${what}.`);
  return 0;
}

type ServerKeys = Configuration['serverKeys'];

/** As many as a configuration may list. */
const mostServerKeys = 10;

function withKey(known: ServerKeys, added: ServerKeys[number] | undefined): ServerKeys {
  if (!added || known.some(({ kid }) => kid === added.kid)) return known;
  if (known.length < mostServerKeys) return [...known, added];
  throw new CommandFailure('setting-invalid', `The configuration lists ${mostServerKeys} server keys already.`);
}
