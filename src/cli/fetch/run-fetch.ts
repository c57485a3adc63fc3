import { resolve } from 'node:path';
import type { Manifest } from '../../protocol/manifest';
import { administratorClient } from '../client/administrator-client';
import { makePrivateFolder } from '../files/private-folder';
import { getConfigurationKey } from '../office/configuration-key';
import { getAdministrator } from '../office/administrator';
import { getLatestConfiguration } from '../office/latest-configuration';
import { getOfficeFolder } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { voidJudge, voidProblemWords } from '../void/judge-void';
import { officeVoids } from '../void/office-voids';
import { fetchVoids, type VoidFetch, type VoidRequest } from './fetch-voids';
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
  const manifests = new Map<string, Manifest>();
  for await (const { envelopeId, manifest, outcome } of fetchEnvelopes({
    client,
    configuration,
    outFolder,
    wantsAll,
    wantsHeld,
  })) {
    counts[outcome.kind] += 1;
    if (manifest) manifests.set(envelopeId, manifest);
    if (outcome.kind === 'held')
      terminal.printError(`held     ${envelopeId}  its station was revoked; "held release" lets it through`);
    if (outcome.kind === 'skipped') terminal.printError(`skipped  ${envelopeId}  [${outcome.problem}] ${words[outcome.problem]}`);
  }
  const officeKey = (await getConfigurationKey(office)).key;
  const judge = await voidJudge(configuration.stations, officeKey);
  const voids = await bringVoids(terminal, { client, judge, known: officeVoids(office), outFolder, manifests });
  const elsewhere = counts.securedElsewhere > 0 ? `, ${counts.securedElsewhere} fetched earlier into another folder` : '';
  const purged = counts.purged > 0 ? `, ${counts.purged} done and purged` : '';
  const here = `${counts.alreadyHere} here already${elsewhere}${purged}`;
  const late = voids.late > 0 ? `, ${voids.late} voided for a clerk` : '';
  const skipped = counts.skipped + voids.skipped;
  terminal.print(`${counts.fetched} fetched, ${here}, ${counts.held} held, ${skipped} skipped${late}`);
  return counts.held + skipped + voids.late > 0 ? 1 : 0;
}

async function bringVoids(terminal: Terminal, request: VoidRequest): Promise<Record<VoidFetch['kind'], number>> {
  const counts: Record<VoidFetch['kind'], number> = { voided: 0, late: 0, skipped: 0 };
  for await (const fetched of fetchVoids(request)) {
    counts[fetched.kind] += 1;
    tellVoid(terminal, fetched);
  }
  return counts;
}

function tellVoid(terminal: Terminal, fetched: VoidFetch): void {
  if (fetched.kind === 'skipped') {
    terminal.printError(`skipped  ${fetched.envelopeId}  [${fetched.problem}] ${voidProblemWords[fetched.problem]}`);
    return;
  }
  const { receptionNumber } = fetched.verified.void;
  const mended = fetched.kept === 'mended' ? '  its damaged file was replaced' : '';
  const voided = `voided   ${fetched.envelopeId}  ${receptionNumber}${mended}`;
  if (fetched.kind === 'voided') terminal.print(voided);
  else terminal.printError(`${voided}  the office had it before: a clerk decides, and "done ${receptionNumber}" settles it`);
}
