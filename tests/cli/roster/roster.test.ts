import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findOwnConfiguration } from '../../../src/cli/office/latest-configuration';
import { rosterPath } from '../../../src/protocol/http';
import type { RosterReference } from '../../../src/protocol/roster/roster-reference';
import { encodeShiftJis } from '../../support/roster/shift-jis';
import { officeWithServer, type OfficeWithServer } from '../support/office-with-server';

const id = '7'.repeat(23);
const csv = [
  '社員番号,氏名,フリガナ,生年月日,申請書ID',
  `S-001,髙見本 﨑太郎,タカミホン サキタロウ,S45.3.21,${id}`,
  'S-002,見本 花子,みほん　はなこ,1989/1/8,',
  'S-003,見本 一郎,見本,45/3/21,',
].join('\r\n');

let set: OfficeWithServer;

/** Openings far enough ahead that they are never over. */
async function publishPlan(title = '出張申請'): Promise<void> {
  const opening = { campaignId: 'campaign-1', venue: '見本株式会社', title, touchpoint: 'company', method: 'collectAtOffice' };
  const plan = {
    campaigns: [{ id: 'campaign-1', name: '見本', from: '2059-01-01', to: '2060-12-31' }],
    openings: [
      { id: 'company-1', ...opening, day: '2060-11-20' },
      { id: 'company-2', ...opening, day: '2060-11-21' },
      { id: 'over', ...opening, day: '2020-01-01' },
    ],
    attendants: [{ id: 'attendant-1', name: '見本 花子', role: 'attendant', pin: '2580' }],
  };
  await writeFile(join(set.folder, 'plan.json'), JSON.stringify(plan));
  const { exitCode } = await set.run(['setup', '--office', set.office.path, '--plan', 'plan.json']);
  expect(exitCode).toBe(0);
}

const referenceOf = async (openingId: string): Promise<RosterReference | undefined> =>
  (await findOwnConfiguration(set.office))?.openings.find(({ id: own }) => own === openingId)?.roster;
const statusAtServer = async (digest: string): Promise<number> => {
  const { token } = JSON.parse(await readFile(set.office.administrator, 'utf8')) as { token: string };
  return (await fetch(`${set.server.url}${rosterPath(digest)}`, { headers: { Authorization: `Bearer ${token}` } })).status;
};
const run = (...words: string[]) => set.run(['roster', ...words]);

beforeEach(async () => {
  set = await officeWithServer();
  await publishPlan();
  await writeFile(join(set.folder, 'roster.csv'), encodeShiftJis(csv));
}, 60_000);

describe('roster import', () => {
  it('takes the good rows, names the bad ones by line, seals for one opening and writes the day card', async () => {
    const { exitCode, terminal } = await run('import', 'roster.csv', '--opening', 'company-1');
    expect(exitCode).toBe(1);
    const shown = terminal.shown();
    expect(shown).toContain('Read as CSV, Shift_JIS');
    expect(shown).toContain('2 people taken, 1 rows refused');
    expect(shown).toMatch(/line 4: .*is no kana.*; birth date cannot be read/);
    expect(await referenceOf('company-1')).toMatchObject({ people: 2, destroyAt: '2060-11-20T21:00:00.000Z' });
    expect((await readFile(join(set.folder, 'day-card-company-1.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await statusAtServer((await referenceOf('company-1'))?.digest ?? '')).toBe(200);
  });

  it('prints nobody and keeps nothing readable in the office', async () => {
    const { terminal } = await run('import', 'roster.csv', '--opening', 'company-1');
    const kept = await readFile(set.office.rosterColumns, 'utf8');
    for (const secret of ['見本 花子', '髙見本', 'ミホン ハナコ', 'S-001', '1970', id, 'AGE-SECRET']) {
      expect(terminal.shown()).not.toContain(secret);
      expect(kept).not.toContain(secret);
    }
  });

  it('again replaces the earlier roster, at the server too', async () => {
    await run('import', 'roster.csv', '--opening', 'company-1');
    const before = await referenceOf('company-1');
    await run('import', 'roster.csv', '--opening', 'company-1', '--keep-hours', '0');
    const after = await referenceOf('company-1');
    expect(after?.digest).not.toBe(before?.digest);
    expect(after?.destroyAt).toBe('2060-11-20T15:00:00.000Z');
    expect(await statusAtServer(before?.digest ?? '')).toBe(404);
  });

  it('learns columns once they are named', async () => {
    await writeFile(join(set.folder, 'odd.csv'), '\uFEFFコード,お客さま,たんじょう\r\n7,見本 太郎,H1.1.8\r\n');
    const unnamed = await run('import', 'odd.csv', '--opening', 'company-2');
    expect(unnamed.terminal.shown()).toContain('[roster-unreadable]');
    const columns = ['--column', 'name=お客さま', '--column', 'birthDate=たんじょう', '--column', 'number=コード'];
    const named = await run('import', 'odd.csv', '--opening', 'company-2', ...columns);
    expect([named.exitCode, named.terminal.shown()]).toEqual([0, expect.stringContaining('columns named')]);
    const remembered = await run('import', 'odd.csv', '--opening', 'company-2', '--check');
    expect([remembered.exitCode, remembered.terminal.shown()]).toEqual([0, expect.stringContaining('columns remembered')]);
  });

  it('seals nothing when only asked to check', async () => {
    const { terminal } = await run('import', 'roster.csv', '--opening', 'company-1', '--check');
    expect(terminal.shown()).toContain('2 people taken');
    expect(await referenceOf('company-1')).toBeUndefined();
  });

  it('refuses what must not or cannot be taken, and prints nobody', async () => {
    const refusals = [
      ['氏名,生年月日,個人番号\n見本 太郎,S45.3.21,0\n', 'company-1', '[roster-unreadable]'],
      ['氏名,生年月日\n見本 太郎,いつか\n', 'company-1', '[roster-unreadable]'],
      ['見本 太郎,S45.3.21\n', 'company-1', '[roster-unreadable]'],
      [csv, 'over', '[setting-invalid]'],
      [csv, 'nowhere', '[opening-not-found]'],
    ] as const;
    for (const [text, opening, code] of refusals) {
      await writeFile(join(set.folder, 'bad.csv'), text);
      const { exitCode, terminal } = await run('import', 'bad.csv', '--opening', opening);
      expect([exitCode, terminal.shown()]).toEqual([1, expect.stringContaining(code)]);
      expect(terminal.shown()).not.toContain('見本 太郎');
    }
  });
});

describe('a roster at its opening', () => {
  it('stays when a new plan changes the opening', async () => {
    await run('import', 'roster.csv', '--opening', 'company-1');
    const before = await referenceOf('company-1');
    expect(before).toBeDefined();
    await publishPlan('年末の出張申請');
    expect(await referenceOf('company-1')).toEqual(before);
  });

  it('is listed and taken back', async () => {
    await run('import', 'roster.csv', '--opening', 'company-1');
    expect((await run('list')).terminal.shown()).toMatch(/company-1 .*roster of 2/);
    const before = await referenceOf('company-1');
    expect((await run('remove', '--opening', 'company-1')).exitCode).toBe(0);
    expect(await referenceOf('company-1')).toBeUndefined();
    expect(await statusAtServer(before?.digest ?? '')).toBe(404);
    expect((await run('list')).terminal.shown()).toMatch(/company-1 .*no roster/);
  });
});
