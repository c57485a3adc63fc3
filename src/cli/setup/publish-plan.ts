import { resolve } from 'node:path';
import { type Configuration, configurationAudience } from '../../protocol/configuration';
import { makePinVerifier } from '../../sealing/pin';
import { administratorClient } from '../client/administrator-client';
import { CommandFailure } from '../failure';
import { getJsonFile } from '../files/json-file';
import { getAdministrator } from '../office/administrator';
import { findLatestConfiguration, nextConfiguration, publishConfiguration } from '../office/latest-configuration';
import { getOfficeFolder, type OfficeFolder } from '../office/office-folder';
import { getOfficeProfile } from '../office/office-profile';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { type Plan, readPlan, serverPublicSchema } from './plan';

type Planned = Pick<
  Configuration,
  | 'campaigns'
  | 'openings'
  | 'attendants'
  | 'formQrHosts'
  | 'kiosk'
  | 'photo'
  | 'applications'
  | 'partners'
  | 'slip'
  | 'replyEnvelopes'
>;

async function plannedOf({ attendants, ...plan }: Plan): Promise<Planned> {
  const withVerifiers = attendants.map(async ({ pin, ...attendant }) => ({
    ...attendant,
    pinVerifier: await makePinVerifier(pin),
  }));
  return { ...plan, attendants: await Promise.all(withVerifiers) };
}

async function firstOf(office: OfficeFolder, planned: Planned, serverKeys: Configuration['serverKeys']): Promise<Configuration> {
  if (serverKeys.length === 0) {
    throw new CommandFailure('setting-invalid', 'The first plan needs --server-public: the file that "setup --server" wrote.');
  }
  const issuedAt = new Date().toISOString();
  const head = { aud: configurationAudience, schemaVersion: 1, epoch: 1, version: 1, issuedAt } as const;
  return { ...head, ...(await getOfficeProfile(office)), serverKeys, stations: [], ...planned };
}

/** A new plan for an opening does not take its roster away. */
function withRosters(planned: Configuration['openings'], known: Configuration['openings']): Configuration['openings'] {
  return planned.map((opening) => {
    const roster = known.find(({ id }) => id === opening.id)?.roster;
    return roster ? { ...opening, roster } : opening;
  });
}

/** Signs and publishes what the plan says; stations, and server keys known before, stay. */
export async function publishPlan(
  terminal: Terminal,
  named: { readonly office: string; readonly plan: string; readonly serverPublic: string | undefined },
): Promise<ExitCode> {
  const office = getOfficeFolder(terminal, named.office);
  const planned = await plannedOf(await readPlan(resolve(terminal.folder, named.plan)));
  const given =
    named.serverPublic === undefined ? [] : [await getJsonFile(resolve(terminal.folder, named.serverPublic), serverPublicSchema)];
  const client = administratorClient(await getAdministrator(office));
  const latest = (await findLatestConfiguration(office, client))?.configuration;
  const known = latest?.serverKeys ?? [];
  const serverKeys = [...known, ...given.filter(({ kid }) => !known.some((key) => key.kid === kid))];
  const openings = withRosters(planned.openings, latest?.openings ?? []);
  const next = latest
    ? nextConfiguration(latest, { ...planned, openings, serverKeys })
    : await firstOf(office, planned, serverKeys);
  await publishConfiguration(office, client, next);
  const { epoch, version, attendants } = next;
  terminal.print(`Published configuration ${epoch}.${version}: ${openings.length} openings, ${attendants.length} attendants.`);
  return 0;
}
