import type { Command } from 'commander';
import { runFetch } from '../fetch/run-fetch';
import { type FlyerOptions, runFlyer } from '../flyer/run-flyer';
import { type OpenOptions, runOpen } from '../open/run-open';
import { type ReplyEnvelopeOptions, runReplyEnvelope } from '../reply-envelope/run-reply-envelope';
import { runConfirm } from '../stations/run-confirm';
import { runEnrol } from '../stations/run-enrol';
import { runRevoke } from '../stations/run-revoke';
import { runStations } from '../stations/run-stations';
import type { Terminal } from '../terminal/terminal';
import type { RunAction } from './run-action';

export const officeOption = ['--office <dir>', 'office folder (default: office in the data folder)'] as const;

/** Commands of the office's administrator: which tablets belong to it. */
export function addStationCommands(program: Command, terminal: Terminal, run: RunAction): void {
  program
    .command('enrol')
    .description('make a one-time code for the next tablet (10 minutes)')
    .option(...officeOption)
    .action(({ office }: { office?: string }) => run(() => runEnrol(terminal, office)));

  const stations = program
    .command('stations')
    .description('list the stations; confirm one that waits, revoke one that was lost')
    .option(...officeOption)
    .addHelpText('after', stationExamples)
    .action(({ office }: { office?: string }) => run(() => runStations(terminal, office)));
  const officeOf = (): string | undefined => stations.opts<{ office?: string }>().office;
  stations
    .command('confirm')
    .description('let a tablet in by the six digits that stand on its screen')
    .argument('<code>', 'station code, for example み01')
    .option('--fingerprint <digits>', 'the six digits read on the tablet; otherwise they are asked for')
    .action((code: string, { fingerprint }: { fingerprint?: string }) =>
      run(() => runConfirm(terminal, { office: officeOf(), code, fingerprint })),
    );
  stations
    .command('revoke')
    .description('shut a tablet out: what it sends from now on is held')
    .argument('<code>', 'station code, for example み01')
    .action((code: string) => run(() => runRevoke(terminal, { office: officeOf(), code })));
}

/** What the office prints for a venue. */
export function addPrintCommands(program: Command, terminal: Terminal, run: RunAction): void {
  program
    .command('flyer')
    .description('make the flyer of one opening: a page to print on A4')
    .requiredOption('--opening <id>', 'opening, by its id in the plan')
    .requiredOption('--out <file>', 'HTML file to write')
    .option('--hours <text>', 'hours as they are to be read')
    .option('--url <address>', 'page of the municipality that the code on the flyer leads to')
    .option('--artwork <file>', "the municipality's own picture (PNG or JPEG); none is shipped")
    .option(...officeOption)
    .action((flags: FlyerOptions) => run(() => runFlyer(terminal, flags)));
  program
    .command('reply-envelope')
    .description('make the form of the reply envelope for those who apply by post: a page to print on A4, cut and glue')
    .requiredOption('--out <file>', 'HTML file to write')
    .option('--day <YYYY-MM-DD>', 'day on which it is handed out (default: today)')
    .option(...officeOption)
    .action((flags: ReplyEnvelopeOptions) => run(() => runReplyEnvelope(terminal, flags)));
}

interface FetchFlags {
  readonly out: string;
  readonly office?: string;
  readonly all?: boolean;
  readonly held?: boolean;
}

interface OpenFlags {
  readonly identity: string;
  readonly in: string;
  readonly out: string;
  readonly passphraseFile?: string;
  readonly configuration?: string;
  readonly configurationKey?: string;
  readonly office?: string;
}

/** An option that was not given is undefined. */
function openOptions(flags: OpenFlags): OpenOptions {
  const { passphraseFile, configuration, configurationKey, office } = flags;
  return { identity: flags.identity, in: flags.in, out: flags.out, passphraseFile, configuration, configurationKey, office };
}

/** Commands of the office's clerks: envelopes in, files out. */
export function addEnvelopeCommands(program: Command, terminal: Terminal, run: RunAction): void {
  program
    .command('fetch')
    .description('get the envelopes that the office does not have yet')
    .requiredOption('--out <dir>', 'folder for <envelopeId>.age and .jws')
    .option('--all', 'also those that were fetched before into another folder')
    .option('--held', 'also those held back because their station was revoked')
    .option(...officeOption)
    .action(({ out, office, all = false, held = false }: FetchFlags) =>
      run(() => runFetch(terminal, { out, office, wantsAll: all, wantsHeld: held })),
    );

  program
    .command('open')
    .description('open envelopes into photo, JSON and one CSV')
    .requiredOption('--identity <file>', 'age identity of the office, plain or under a passphrase')
    .requiredOption('--in <path>', 'an envelope (.age with .jws beside it) or a folder of them')
    .requiredOption('--out <dir>', 'folder for <applicationId>_<receptionNumber>.jpg and .json, and applications.csv')
    .option('--passphrase-file <file>', 'passphrase (first line); otherwise it is asked for')
    .option('--configuration <file>', "signed configuration that lists the stations (default: the office folder's)")
    .option('--configuration-key <file>', 'public part of the key that signed it, where there is no office folder')
    .option(...officeOption)
    .addHelpText('after', openExamples)
    .action((flags: OpenFlags) => run(() => runOpen(terminal, openOptions(flags))));
}

const stationExamples = `
Examples:
  madoguchi stations
  madoguchi stations confirm み01
  madoguchi stations revoke み01`;

const openExamples = `
Examples:
  madoguchi fetch --out envelopes
  madoguchi open --identity .madoguchi/office/identity.age.txt --in envelopes --out opened

An envelope that is broken, foreign, forged or replayed is named, with a reason, and skipped. Files that are
there are never overwritten; only applications.csv is made anew from every JSON in the folder.`;
