import type { Terminal } from './terminal';

/** A command as a person would type it here, with the data folder where one was named. */
export function commandLine({ env }: Terminal, words: string): string {
  const folder = env['MADOGUCHI_DATA'];
  return `${folder ? `MADOGUCHI_DATA='${folder}' ` : ''}npm run -s madoguchi -- ${words}`;
}
