import { resolve } from 'node:path';
import { type AdministratorClient, administratorClient } from '../client/administrator-client';
import { makePrivateFolder } from '../files/private-folder';
import { getConfigurationKey } from '../office/configuration-key';
import { getAdministrator } from '../office/administrator';
import { getLatestConfiguration } from '../office/latest-configuration';
import { getOfficeFolder } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { fetchVoids, voidVerifier } from './fetch-voids';
import { fetchEnvelopes, type FetchOutcome, type FetchProblem } from './fetch-envelopes';

const words: Readonly<Record<FetchProblem, string>> = {
  manifestNotSigned: 'no station of this office signed its manifest',
  receiptNotSigned: 'no server key of this office signed its receipt',
  digestMismatch: 'the bytes are not those of the manifest',
  differentFile: 'a different file with its name lies in the folder; it is left as it is',
  notGiven: 'the server lists it but does not give it',
};

export interface FetchOptions {
  readonly out: string;
  readonly office: string | undefined;
  readonly wantsAll: boolean;
  readonly wantsHeld: boolean;
}

/** Brings the envelopes that the office does not have yet into a folder. 1 where some were left behind. */
export async function runFetch(terminal: Terminal, { out, office: named, wantsAll, wantsHeld }: FetchOptions): Promise<ExitCode> {
  const office = getOfficeFolder(terminal, named);
  const client = administratorClient(await getAdministrator(office));
  const configuration = await getLatestConfiguration(office, client);
  const outFolder = resolve(terminal.folder, out);
  await makePrivateFolder(outFolder);
  const counts: Record<FetchOutcome['kind'], number> = {
    fetched: 0,
    alreadyHere: 0,
    securedElsewhere: 0,
    purged: 0,
    held: 0,
    skipped: 0,
  };
  for await (const { envelopeId, outcome } of fetchEnvelopes({ client, configuration, outFolder, wantsAll, wantsHeld })) {
    counts[outcome.kind] += 1;
    if (outcome.kind === 'held')
      terminal.printError(`held     ${envelopeId}  its station was revoked; "held release" lets it through`);
    if (outcome.kind === 'skipped') terminal.printError(`skipped  ${envelopeId}  [${outcome.problem}] ${words[outcome.problem]}`);
  }
  const officeKey = (await getConfigurationKey(office)).key;
  const voids = await bringVoids(terminal, client, await voidVerifier(configuration.stations, officeKey), outFolder);
  const elsewhere = counts.securedElsewhere > 0 ? `, ${counts.securedElsewhere} fetched earlier into another folder` : '';
  const purged = counts.purged > 0 ? `, ${counts.purged} done and purged` : '';
  const here = `${counts.alreadyHere} here already${elsewhere}${purged}`;
  terminal.print(`${counts.fetched} fetched, ${here}, ${counts.held} held, ${counts.skipped} skipped`);
  return counts.held + counts.skipped + voids > 0 ? 1 : 0;
}

/** Returns how many voids need a clerk: those that came when the office had the envelope already, and unsigned ones. */
async function bringVoids(
  terminal: Terminal,
  client: AdministratorClient,
  verify: Awaited<ReturnType<typeof voidVerifier>>,
  outFolder: string,
): Promise<number> {
  let forClerk = 0;
  for await (const fetched of fetchVoids(client, verify, outFolder)) {
    const { kind, envelopeId } = fetched;
    if (kind === 'voided') {
      terminal.print(`voided   ${envelopeId}  ${fetched.verified.void.receptionNumber}`);
      continue;
    }
    forClerk += 1;
    terminal.printError(
      kind === 'skipped'
        ? `skipped  ${envelopeId}  [voidNotSigned] neither its station nor this office signed its void`
        : `voided   ${envelopeId}  ${fetched.verified.void.receptionNumber}  the office had it before: a clerk decides`,
    );
  }
  return forClerk;
}
