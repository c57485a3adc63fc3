import { resolve } from 'node:path';
import { type Day, dayInJapan, parseDay } from '../../domain/calendar/day';
import { chooseReplyEnvelope } from '../../domain/reply-envelope/reply-envelope';
import { replyEnvelopeForm } from '../../domain/reply-envelope/reply-envelope-form';
import { CommandFailure } from '../failure';
import { replaceFile } from '../files/durable-file';
import { eraWords } from '../flyer/flyer-words';
import { findOwnConfiguration } from '../office/latest-configuration';
import { getOfficeFolder } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { drawingPage } from './drawing-page';

export interface ReplyEnvelopeOptions {
  readonly out: string;
  readonly day?: string;
  readonly office?: string;
}

/** Makes the form of the reply envelope that counts on a day, of the office's own configuration; needs no server. */
export async function runReplyEnvelope(terminal: Terminal, options: ReplyEnvelopeOptions): Promise<ExitCode> {
  const day = readDay(options.day);
  const configuration = await findOwnConfiguration(getOfficeFolder(terminal, options.office));
  const choice = chooseReplyEnvelope(configuration?.replyEnvelopes ?? [], day);
  if (choice.kind === 'none') {
    throw new CommandFailure('setting-invalid', 'No reply envelope is published: name it in the plan, under replyEnvelopes.');
  }
  const { mark, validUntil } = choice.envelope;
  const until = validUntil ?? 'any day';
  if (choice.kind === 'expired') {
    throw new CommandFailure('setting-invalid', `The reply envelope ${mark} counted until ${until}. None counts on ${day}.`);
  }
  const form = replyEnvelopeForm(choice.envelope, { mark, validUntil: validUntil === null ? undefined : eraWords(validUntil) });
  const out = resolve(terminal.folder, options.out);
  await replaceFile(out, drawingPage(form, mark));
  if (choice.kind === 'endsSoon') terminal.printError(`Soon no longer to be handed out: ${mark} counts until ${until}.`);
  terminal.print(`The form lies in ${out}. Open it in a browser and print it: A4, without borders, at 100 %.`);
  return 0;
}

function readDay(text: string | undefined): Day {
  const day = text === undefined ? dayInJapan(Date.now()) : parseDay(text);
  if (!day) throw new CommandFailure('setting-invalid', '--day must be a day as YYYY-MM-DD.');
  return day;
}
