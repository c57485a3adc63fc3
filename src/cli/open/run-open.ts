import { join, resolve } from 'node:path';
import type { Configuration } from '../../protocol/configuration';
import type { PublicKey } from '../../protocol/fields';
import { replaceFile } from '../files/durable-file';
import { makePrivateFolder } from '../files/private-folder';
import { officeFolderOf } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { applicationsCsv, csvFileName } from './applications-csv';
import { voidJudge, voidProblemWords } from '../void/judge-void';
import { officeVoids } from '../void/office-voids';
import { findVoidIn } from '../void/void-file';
import { chooseConfiguration, chooseConfigurationKey, type ConfigurationChoice } from './choose-configuration';
import { type EnvelopePair, listEnvelopePairs } from './envelope-pairs';
import { heedLaterVoid, type Opener, openPair, type OpenOutcome, type SkipReason } from './open-envelopes';
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
  const judge = await voidJudge(stations, await chooseConfigurationKey(terminal, options));
  const identities = await readIdentities(terminal, options.identity, options.passphraseFile);
  const outFolder = resolve(terminal.folder, options.out);
  await makePrivateFolder(outFolder);
  const before = await readOpenedFolder(outFolder);
  const findStationKey = (stationId: string): PublicKey | undefined => stations.find(({ id }) => id === stationId)?.signingKey;
  const guard = makeReplayGuard(before.applications.map(({ manifest }) => manifest));
  const openedBefore = new Map(before.applications.map((opened) => [opened.envelopeId, opened]));
  const known = officeVoids(officeFolderOf(terminal, options.office));
  const findVoid: Opener['findVoid'] = (manifest, besideIt) =>
    findVoidIn([besideIt, known.fileOf(manifest.envelopeId)], { envelopeId: manifest.envelopeId, manifest }, judge);
  const opener = { identities, findStationKey, guard, findVoid, isSettled: known.isSettled, openedBefore, outFolder };
  const counts: Counts = { opened: 0, openedBefore: 0, voided: 0, voidedLate: 0, voidSettled: 0, skipped: 0, unheeded: 0 };
  for await (const { name, outcome } of outcomesOf(pairs, opener)) {
    counts[outcome.kind] += 1;
    if ('unheeded' in outcome && outcome.unheeded) counts.unheeded += 1;
    tell(terminal, name, outcome);
  }
  const unreadable = await writeCsv(terminal, outFolder, openings);
  terminal.print(totals(counts));
  return counts.skipped + counts.voidedLate + counts.unheeded + unreadable > 0 ? 1 : 0;
}

type Counts = Record<OpenOutcome['kind'] | 'unheeded', number>;

function totals({ opened, openedBefore, voided, voidedLate, voidSettled, skipped, unheeded }: Counts): string {
  const voids = voided + voidedLate + voidSettled;
  const voidWords = `${voids > 0 ? `, ${voids} voided` : ''}${unheeded > 0 ? `, ${unheeded} with a void that is none` : ''}`;
  return `${opened} opened, ${openedBefore} opened before${voidWords}, ${skipped} skipped`;
}

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
    case 'openedBefore':
      if (outcome.kind === 'opened') terminal.print(`opened   ${name}  ${outcome.receptionNumber}`);
      if (outcome.unheeded) terminal.printError(`unheeded ${name}  [${outcome.unheeded}] ${voidProblemWords[outcome.unheeded]}`);
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
