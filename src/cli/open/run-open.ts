import { join, resolve } from 'node:path';
import type { Configuration } from '../../protocol/configuration';
import type { PublicKey } from '../../protocol/fields';
import { replaceFile } from '../files/durable-file';
import { makePrivateFolder } from '../files/private-folder';
import { officeFolderOf } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { applicationsCsv, csvFileName } from './applications-csv';
import { voidVerifier } from '../fetch/fetch-voids';
import { officeVoids } from '../void/office-voids';
import { chooseConfiguration, chooseConfigurationKey, type ConfigurationChoice } from './choose-configuration';
import { type EnvelopePair, listEnvelopePairs } from './envelope-pairs';
import { heedLaterVoid, type Opener, openPair, type OpenOutcome, type SkipReason } from './open-envelopes';
import { readOpenedFolder } from './opened-file';
import { readIdentities } from './read-identities';
import { makeReplayGuard } from './replay-guard';
import { findVoidIn } from './voided-envelopes';

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
  const known = officeVoids(officeFolderOf(terminal, options.office));
  const findVoid: Opener['findVoid'] = (manifest, besideIt) =>
    findVoidIn([besideIt, known.fileOf(manifest.envelopeId)], manifest, verifyVoid);
  const opener = { identities, findStationKey, guard, findVoid, isSettled: known.isSettled, openedBefore, outFolder };
  const counts: Counts = { opened: 0, openedBefore: 0, voided: 0, voidedLate: 0, voidSettled: 0, skipped: 0 };
  for await (const { name, outcome } of outcomesOf(pairs, opener)) {
    counts[outcome.kind] += 1;
    tell(terminal, name, outcome);
  }
  const unreadable = await writeCsv(terminal, outFolder, openings);
  const voids = counts.voided + counts.voidedLate + counts.voidSettled;
  const voided = voids > 0 ? `, ${voids} voided` : '';
  terminal.print(`${counts.opened} opened, ${counts.openedBefore} opened before${voided}, ${counts.skipped} skipped`);
  return counts.skipped + counts.voidedLate + unreadable > 0 ? 1 : 0;
}

type Counts = Record<OpenOutcome['kind'], number>;

/** First the folder's envelopes; then those opened before from other folders, where a void of them is known. */
async function* outcomesOf(
  pairs: readonly EnvelopePair[],
  opener: Opener,
): AsyncGenerator<{ readonly name: string; readonly outcome: OpenOutcome }> {
  for (const pair of pairs) yield { name: pair.name, outcome: await openPair(pair, opener) };
  const here = new Set(pairs.map(({ name }) => name));
  for (const [name, opened] of opener.openedBefore) {
    const outcome = here.has(name) ? undefined : await heedLaterVoid(opened, opener);
    if (outcome) yield { name, outcome };
  }
}

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
    case 'voidSettled':
      terminal.print(`voided   ${name}  ${outcome.receptionNumber}  [${outcome.reason}] opened before; a clerk has decided`);
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
