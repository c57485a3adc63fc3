import { openStorage } from '../../server/open-storage';
import { findNotedKeepDays } from '../../server/retention/keep-days';
import { purgeDone } from '../../server/retention/purge-done';
import { usualKeepDoneDays } from '../../server/retention/purge-on-schedule';
import { readKeepDays } from '../serving/serve-settings';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { getServerFolder } from './server-folder';

/**
 * Takes the sealed bytes away that are done long enough, now; a running server does the same every hour. Never earlier than
 * the server would: its setting may stand in its service's environment alone, so it notes it.
 */
export async function runPurge(
  terminal: Terminal,
  named: { readonly server: string | undefined; readonly keepDays: string | undefined },
): Promise<ExitCode> {
  const told = named.keepDays ?? terminal.env['KEEP_DONE_DAYS'];
  const asked = told === undefined ? undefined : readKeepDays(told);
  const storage = await openStorage(getServerFolder(terminal, named.server));
  try {
    const noted = await findNotedKeepDays(storage);
    const keepDays = asked === undefined ? (noted ?? usualKeepDoneDays) : Math.max(asked, noted ?? asked);
    if (asked !== undefined && keepDays > asked) {
      terminal.print(
        `The server keeps what is done for ${keepDays} days (KEEP_DONE_DAYS at its start), not ${asked}: so does this.`,
      );
    }
    const purged = await purgeDone(storage, { keepDays, nowMs: Date.now() });
    terminal.print(`${purged} purged: done at least ${keepDays} days ago. Rows, manifests and receipts stay.`);
  } finally {
    await storage.close();
  }
  return 0;
}
