import { openStorage } from '../../server/open-storage';
import { purgeDone } from '../../server/retention/purge-done';
import { usualKeepDoneDays } from '../../server/retention/purge-on-schedule';
import { readKeepDays } from '../serving/serve-settings';
import type { ExitCode, Terminal } from '../terminal/terminal';
import { getServerFolder } from './server-folder';

/** Takes the sealed bytes away that are done long enough, now; a running server does the same every hour. */
export async function runPurge(
  terminal: Terminal,
  named: { readonly server: string | undefined; readonly keepDays: string | undefined },
): Promise<ExitCode> {
  const keepDays = readKeepDays(named.keepDays ?? terminal.env['KEEP_DONE_DAYS'] ?? String(usualKeepDoneDays));
  const storage = await openStorage(getServerFolder(terminal, named.server));
  try {
    const purged = await purgeDone(storage, { keepDays, nowMs: Date.now() });
    terminal.print(`${purged} purged: done at least ${keepDays} days ago. Rows, manifests and receipts stay.`);
  } finally {
    await storage.close();
  }
  return 0;
}
