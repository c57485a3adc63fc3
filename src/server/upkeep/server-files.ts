import { join } from 'node:path';

/** Where the server's database lies in its folder. */
export function databaseFileIn(dataFolder: string): string {
  return join(dataFolder, 'madoguchi.sqlite');
}

/** Files that SQLite keeps beside a database. */
export function companionsOf(file: string): { readonly log: string; readonly index: string } {
  return { log: `${file}-wal`, index: `${file}-shm` };
}
