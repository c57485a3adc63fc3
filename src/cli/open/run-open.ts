import { join, resolve } from 'node:path';
import type { Configuration } from '../../protocol/configuration';
import type { PublicKey } from '../../protocol/fields';
import { replaceFile } from '../files/durable-file';
import { makePrivateFolder } from '../files/private-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { applicationsCsv, csvFileName } from './applications-csv';
import { voidVerifier } from '../fetch/fetch-voids';
import { chooseConfiguration, chooseConfigurationKey, type ConfigurationChoice } from './choose-configuration';
import { listEnvelopePairs } from './envelope-pairs';
import { openPair, type OpenOutcome, type SkipReason } from './open-envelopes';
import { readOpenedFolder } from './opened-file';
import { readIdentities } from './read-identities';
import { makeReplayGuard } from './replay-guard';

const words: Readonly<Record<SkipReason, string>> = {
  envelopeMissing: 'its .age file is missing',
  manifestMissing: 'its .jws file is missing',
  manifestNotSigned: 'no station of this office signed its manifest',
  tooLarge: 'larger than any envelope',
  digestMismatch: 'the bytes are not those of the manifest',
  replayed: 'its id, bytes or sequence number are those of an envelope opened before',
  notForThisOffice: 'not sealed to this office key, or damaged',
  unexpectedContents: 'does not hold exactly what an envelope holds',
  applicationInvalid: 'its application does not fit the schema',
  factsDisagree: 'what stands inside differs from its manifest',
  photoInvalid: 'its photo is not the one described, or not acceptable',
  differentFile: 'a different file with its name lies in the folder; it is left as it is',
};

export interface OpenOptions extends ConfigurationChoice {
  readonly identity: string;
  readonly in: string;
  readonly out: string;
  readonly passphraseFile: string | undefined;
}

/** Opens envelopes into files a clerk works with. 1 where some were skipped; nothing personal is printed. */
export async function runOpen(terminal: Terminal, options: OpenOptions): Promise<ExitCode> {
  const pairs = await listEnvelopePairs(resolve(terminal.folder, options.in));
  const { stations, openings } = await chooseConfiguration(terminal, options);
  const verifyVoid = await voidVerifier(stations, await chooseConfigurationKey(terminal, options));
  const identities = await readIdentities(terminal, options.identity, options.passphraseFile);
  const outFolder = resolve(terminal.folder, options.out);
  await makePrivateFolder(outFolder);
  const before = await readOpenedFolder(outFolder);
  const findStationKey = (stationId: string): PublicKey | undefined => stations.find(({ id }) => id === stationId)?.signingKey;
  const guard = makeReplayGuard(before.applications.map(({ manifest }) => manifest));
  const openedBefore = new Map(before.applications.map((opened) => [opened.envelopeId, opened]));
  const counts: Counts = { opened: 0, openedBefore: 0, voided: 0, voidedLate: 0, skipped: 0 };
  for (const pair of pairs) {
    const outcome = await openPair(pair, { identities, findStationKey, guard, verifyVoid, openedBefore, outFolder });
    counts[outcome.kind] += 1;
    tell(terminal, pair.name, outcome);
  }
  const unreadable = await writeCsv(terminal, outFolder, openings);
  const voids = counts.voided + counts.voidedLate;
  const voided = voids > 0 ? `, ${voids} voided` : '';
  terminal.print(`${counts.opened} opened, ${counts.openedBefore} opened before${voided}, ${counts.skipped} skipped`);
  return counts.skipped + counts.voidedLate + unreadable > 0 ? 1 : 0;
}

type Counts = Record<OpenOutcome['kind'], number>;

function tell(terminal: Terminal, name: string, outcome: OpenOutcome): void {
  switch (outcome.kind) {
    case 'opened':
      terminal.print(`opened   ${name}  ${outcome.receptionNumber}`);
      return;
    case 'voided':
      terminal.print(`voided   ${name}  ${outcome.receptionNumber}  [${outcome.reason}] it is not opened`);
      return;
    case 'voidedLate':
      terminal.printError(
        `voided   ${name}  ${outcome.receptionNumber}  [${outcome.reason}] opened before its void came: a clerk decides`,
      );
      return;
    case 'skipped':
      terminal.printError(`skipped  ${name}  [${outcome.reason}] ${words[outcome.reason]}`);
      return;
    case 'openedBefore':
  }
}

/** Makes the CSV anew from every JSON in the folder. Returns how many of them cannot be read. */
async function writeCsv(terminal: Terminal, outFolder: string, openings: Configuration['openings']): Promise<number> {
  const { applications, unreadable, voided } = await readOpenedFolder(outFolder);
  for (const name of unreadable)
    terminal.printError(`damaged  ${name}  [fileDamaged] its JSON file does not read; it is not in ${csvFileName}`);
  await replaceFile(join(outFolder, csvFileName), applicationsCsv(applications, voided, openings));
  return unreadable.length;
}
