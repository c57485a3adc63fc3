import { type AdministratorClient, administratorClient } from '../client/administrator-client';
import { CommandFailure } from '../failure';
import { getAdministrator } from '../office/administrator';
import { getLatestConfiguration } from '../office/latest-configuration';
import { getOfficeFolder } from '../office/office-folder';
import type { Configuration } from '../../protocol/configuration';
import { verifyReceipt } from '../../sealing/receipt';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { isMeant, listEnvelopes, type Listed } from './find-listed';

interface Held {
  readonly client: AdministratorClient;
  readonly held: readonly Listed[];
}

/** Lists the envelopes that are held because their station was revoked. */
export async function runHeld(terminal: Terminal, named: string | undefined): Promise<ExitCode> {
  const { held } = await findHeld(terminal, named);
  for (const { entry, manifest } of held) {
    const { receptionNumber = 'no manifest of ours', sealedAt = '' } = manifest ?? {};
    terminal.print(`held     ${entry.envelopeId}  ${receptionNumber}  ${sealedAt}`);
  }
  terminal.print(`${held.length} held`);
  return 0;
}

/** Lets one held envelope through, in a clerk's name: the next `fetch` brings it. */
export async function runRelease(
  terminal: Terminal,
  { typed, clerk, office }: { readonly typed: string; readonly clerk: string; readonly office: string | undefined },
): Promise<ExitCode> {
  const { client, held } = await findHeld(terminal, office);
  const [found, ...others] = held.filter((one) => isMeant(one, typed));
  if (!found) throw new CommandFailure('envelope-not-held', `No held envelope is ${typed}. "held" lists them.`);
  if (others.length > 0) throw new CommandFailure('envelope-not-held', `Several are ${typed}: name one by its envelope id.`);
  await client.release(found.entry.envelopeId, clerk);
  terminal.print(`released ${found.entry.envelopeId}  by ${clerk}. "fetch" brings it.`);
  return 0;
}

async function findHeld(terminal: Terminal, named: string | undefined): Promise<Held> {
  const office = getOfficeFolder(terminal, named);
  const client = administratorClient(await getAdministrator(office));
  const configuration = await getLatestConfiguration(office, client);
  const held: Listed[] = [];
  for await (const one of listEnvelopes(client, configuration)) {
    if (!one.entry.isReleased && (await isHeld(one, configuration))) held.push(one);
  }
  return { client, held };
}

async function isHeld({ entry, manifest }: Listed, { serverKeys }: Configuration): Promise<boolean> {
  const receipt = manifest && (await verifyReceipt(entry.receipt, manifest, serverKeys));
  return receipt?.state === 'held';
}
