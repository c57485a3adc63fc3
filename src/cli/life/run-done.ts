import { resolve } from 'node:path';
import type { ProblemCode } from '../../protocol/problem';
import { type AdministratorClient, administratorClient } from '../client/administrator-client';
import { ServerRefusal } from '../failure';
import { getAdministrator } from '../office/administrator';
import { getLatestConfiguration } from '../office/latest-configuration';
import { getOfficeFolder } from '../office/office-folder';
import { readOpenedFolder } from '../open/opened-file';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { type OfficeVoids, officeVoids } from '../void/office-voids';
import { isMeant, listEnvelopes, type Listed } from './find-listed';

export interface DoneOptions {
  /** Reception numbers or envelope ids. */
  readonly typed: readonly string[];
  /** A folder that `open` wrote: everything in it. */
  readonly in: string | undefined;
  readonly office: string | undefined;
}

/** Why the server does not take an envelope for done, in words for who says so; the others are taken all the same. */
const refusals = {
  'envelope-not-secured': 'the office does not have it: "fetch" brings it, then it can be done',
  'envelope-held': 'its station was revoked and no clerk let it through: "held release" comes first',
} as const satisfies Partial<Record<ProblemCode, string>>;

type Outcome = 'done' | 'missing' | keyof typeof refusals;

/**
 * Tells the server that the office has finished with envelopes, and settles the voids of those named. 1 where one is
 * missing or not taken for done, or some file cannot be read.
 */
export async function runDone(terminal: Terminal, { typed, in: inFolder, office: named }: DoneOptions): Promise<ExitCode> {
  const office = getOfficeFolder(terminal, named);
  const client = administratorClient(await getAdministrator(office));
  const listed: Listed[] = [];
  for await (const one of listEnvelopes(client, await getLatestConfiguration(office, client))) listed.push(one);
  const { wanted, missing } = findWanted(listed, typed);
  const byName = new Set(wanted.keys());
  if (inFolder !== undefined) {
    const { applications, unreadable } = await readOpenedFolder(resolve(terminal.folder, inFolder));
    for (const { envelopeId, receptionNumber } of applications) wanted.set(envelopeId, receptionNumber);
    missing.push(...unreadable);
  }
  const before = new Set(listed.filter(({ entry }) => entry.isDone).map(({ entry }) => entry.envelopeId));
  const told = await tellServer(client, wanted, before);
  missing.push(...told.missing);
  for (const { name, outcome } of told.refused) terminal.printError(`refused  ${name}  [${outcome}] ${refusals[outcome]}`);
  for (const name of missing) terminal.printError(`missing  ${name}  the server does not have it, or its file cannot be read`);
  // What lies in a folder has not been decided by lying there.
  const settled = await settleVoids(
    officeVoids(office),
    [...told.done, ...told.before].filter((id) => byName.has(id)),
  );
  const refused = told.refused.length > 0 ? `, ${told.refused.length} refused` : '';
  const voids = settled > 0 ? `, ${settled} voided and settled` : '';
  terminal.print(`${told.done.length} done, ${told.before.length} done before, ${missing.length} missing${refused}${voids}`);
  return missing.length + told.refused.length > 0 ? 1 : 0;
}

interface Told {
  /** Envelope ids. */
  readonly done: string[];
  readonly before: string[];
  /** As they were named. */
  readonly missing: string[];
  readonly refused: { readonly name: string; readonly outcome: keyof typeof refusals }[];
}

/** Envelope by envelope: what is refused, or not there, keeps none of the others from being done. */
async function tellServer(
  client: AdministratorClient,
  wanted: ReadonlyMap<string, string>,
  before: ReadonlySet<string>,
): Promise<Told> {
  const told: Told = { done: [], before: [], missing: [], refused: [] };
  for (const [envelopeId, name] of wanted) {
    const outcome = before.has(envelopeId) ? 'before' : await markDone(client, envelopeId);
    if (outcome === 'missing') told.missing.push(name);
    else if (outcome === 'done' || outcome === 'before') told[outcome].push(envelopeId);
    else told.refused.push({ name, outcome });
  }
  return told;
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

/** How many of these had a void that a clerk had not settled yet. */
async function settleVoids(known: OfficeVoids, envelopeIds: readonly string[]): Promise<number> {
  const settled: boolean[] = [];
  for (const envelopeId of envelopeIds) settled.push(await known.settle(envelopeId));
  return settled.filter(Boolean).length;
}

async function markDone(client: AdministratorClient, envelopeId: string): Promise<Outcome> {
  try {
    await client.markDone(envelopeId);
    return 'done';
  } catch (error) {
    const problem = error instanceof ServerRefusal ? error.problem : undefined;
    if (problem === 'not-found') return 'missing';
    if (problem === 'envelope-not-secured' || problem === 'envelope-held') return problem;
    throw error;
  }
}
