import { resolve } from 'node:path';
import { type AdministratorClient, administratorClient } from '../client/administrator-client';
import { CommandFailure } from '../failure';
import { getAdministrator } from '../office/administrator';
import { getLatestConfiguration } from '../office/latest-configuration';
import { getOfficeFolder } from '../office/office-folder';
import { readOpenedFolder } from '../open/opened-file';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { isMeant, listEnvelopes, type Listed } from './find-listed';

export interface DoneOptions {
  /** Reception numbers or envelope ids. */
  readonly typed: readonly string[];
  /** A folder that `open` wrote: everything in it. */
  readonly in: string | undefined;
  readonly office: string | undefined;
}

/** Tells the server that the office has finished with envelopes. 1 where one is not there, or some file cannot be read. */
export async function runDone(terminal: Terminal, { typed, in: inFolder, office: named }: DoneOptions): Promise<ExitCode> {
  const office = getOfficeFolder(terminal, named);
  const client = administratorClient(await getAdministrator(office));
  const listed: Listed[] = [];
  for await (const one of listEnvelopes(client, await getLatestConfiguration(office, client))) listed.push(one);
  const { wanted, missing } = findWanted(listed, typed);
  if (inFolder !== undefined) {
    const { applications, unreadable } = await readOpenedFolder(resolve(terminal.folder, inFolder));
    for (const { envelopeId, receptionNumber } of applications) wanted.set(envelopeId, receptionNumber);
    missing.push(...unreadable);
  }
  const before = new Set(listed.filter(({ entry }) => entry.isDone).map(({ entry }) => entry.envelopeId));
  const counts = { done: 0, before: 0 };
  for (const [envelopeId, name] of wanted) {
    if (before.has(envelopeId)) counts.before += 1;
    else if (await markDone(client, envelopeId)) counts.done += 1;
    else missing.push(name);
  }
  for (const name of missing) terminal.printError(`missing  ${name}  the server does not have it, or its file cannot be read`);
  terminal.print(`${counts.done} done, ${counts.before} done before, ${missing.length} missing`);
  return missing.length > 0 ? 1 : 0;
}

/** Envelope ids, each with the name to show, of what a person typed; and what of it is not there. */
function findWanted(listed: readonly Listed[], typed: readonly string[]): { wanted: Map<string, string>; missing: string[] } {
  const wanted = new Map<string, string>();
  const missing: string[] = [];
  for (const text of typed) {
    const found = listed.filter((one) => isMeant(one, text));
    if (found.length === 0) missing.push(text);
    for (const { entry, manifest } of found) wanted.set(entry.envelopeId, manifest?.receptionNumber ?? entry.envelopeId);
  }
  return { wanted, missing };
}

async function markDone(client: AdministratorClient, envelopeId: string): Promise<boolean> {
  try {
    await client.markDone(envelopeId);
    return true;
  } catch (error) {
    if (error instanceof CommandFailure && error.code === 'server-refused') return false;
    throw error;
  }
}
