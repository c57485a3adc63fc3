import type { Storage } from '../storage/storage';

type Noted = Pick<Storage, 'municipalities' | 'audit'>;

/** Notes for how many days this server keeps what is done, where that is news: whoever purges by hand must know it. */
export async function noteKeepDays(storage: Noted, keepDays: number, nowMs: number): Promise<void> {
  const noted = await listNoted(storage);
  if (noted.every((days) => days === keepDays)) return;
  await storage.audit.note({ kind: 'keepDaysSet', facts: { keepDays } }, nowMs);
}

/** The days that the server noted when it was started last, the longest of all municipalities; undefined before that. */
export async function findNotedKeepDays(storage: Noted): Promise<number | undefined> {
  const noted = (await listNoted(storage)).filter((days) => days !== undefined);
  return noted.length === 0 ? undefined : Math.max(...noted);
}

async function listNoted({ municipalities, audit }: Noted): Promise<(number | undefined)[]> {
  const noted: (number | undefined)[] = [];
  for (const { code } of await municipalities.list()) {
    const days = (await audit.findLast(code, 'keepDaysSet'))?.facts['keepDays'];
    noted.push(typeof days === 'number' ? days : undefined);
  }
  return noted;
}
