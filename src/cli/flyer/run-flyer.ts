import { resolve } from 'node:path';
import { CommandFailure } from '../failure';
import { replaceFile } from '../files/durable-file';
import { findOwnConfiguration } from '../office/latest-configuration';
import { getOfficeFolder } from '../office/office-folder';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { readArtwork } from './artwork';
import { flyerPage } from './flyer-page';

export interface FlyerOptions {
  readonly opening: string;
  readonly out: string;
  readonly hours?: string;
  readonly url?: string;
  readonly artwork?: string;
  readonly office?: string;
}

/** Makes the flyer of an opening of the office's own configuration; needs no server. */
export async function runFlyer(terminal: Terminal, options: FlyerOptions): Promise<ExitCode> {
  const configuration = await findOwnConfiguration(getOfficeFolder(terminal, options.office));
  const opening = configuration?.openings.find(({ id }) => id === options.opening);
  if (!configuration || !opening) {
    const some =
      configuration?.openings
        .slice(-5)
        .map(({ id }) => id)
        .join(', ') ?? '';
    throw new CommandFailure('setting-invalid', `No opening ${options.opening} is published.${some && ` There are: ${some} …`}`);
  }
  const { hours, url } = options;
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new CommandFailure('setting-invalid', '--url must be a web address: the code on the flyer leads there.');
  }
  const artwork = options.artwork === undefined ? undefined : await readArtwork(resolve(terminal.folder, options.artwork));
  const out = resolve(terminal.folder, options.out);
  await replaceFile(out, flyerPage({ municipality: configuration.municipality, opening, hours, url, artwork }));
  terminal.print(`The flyer lies in ${out}. Open it in a browser and print it: A4, without borders, at 100 %.`);
  return 0;
}
