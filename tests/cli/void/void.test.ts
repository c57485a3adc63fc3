import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import { voidPath } from '../../../src/protocol/http';
import { digestOfVoid } from '../../../src/sealing/void/void';
import { officeWithTablet, type OfficeWithTablet } from '../support/confirmed-tablet';
import { sealNth, stationVoid } from '../support/envelopes';
import { forgedReceipt } from '../support/forged-receipt';
import { standBetween } from '../support/standing-between';
import { upload } from '../support/tablet';
import { partOf, writePartFile } from '../support/transfer-part';

async function putVoid({ server, sealer }: OfficeWithTablet, sealed: SealedEnvelope): Promise<number> {
  const { voidJws } = await stationVoid(sealer, sealed);
  const url = new URL(voidPath(sealed.manifest.envelopeId), server.url);
  const answer = await fetch(url, { method: 'PUT', headers: { 'Content-Type': 'application/jose' }, body: voidJws });
  await answer.arrayBuffer();
  return answer.status;
}

const openWords = ({ office }: OfficeWithTablet, inFolder = 'in'): string[] => [
  'open',
  '--identity',
  office.identity,
  '--in',
  inFolder,
  '--out',
  'out',
];
const csvOf = (folder: string): Promise<string> => readFile(join(folder, 'out', 'applications.csv'), 'utf8');

test('what a tablet voided before the office had it is reported, not opened, and not in the CSV', async () => {
  const place = await officeWithTablet();
  const [kept, voided] = [await sealNth(place.sealer, 1), await sealNth(place.sealer, 2)];
  for (const sealed of [kept, voided]) await upload(place.server.url, sealed);
  expect(await putVoid(place, voided)).toBe(201);
  const fetched = await place.run(['fetch', '--out', 'in']);
  expect(fetched.terminal.printed).toContain(`voided   ${voided.manifest.envelopeId}  ${voided.manifest.receptionNumber}`);
  expect(fetched.exitCode).toBe(0);
  const opened = await place.run(openWords(place));
  expect(opened.terminal.printed.at(-1)).toBe('1 opened, 0 opened before, 1 voided, 0 skipped');
  expect(opened.exitCode).toBe(0);
  const csv = await csvOf(place.folder);
  expect(csv).toContain(kept.manifest.receptionNumber);
  expect(csv).not.toContain(voided.manifest.receptionNumber);
  expect((await readdir(join(place.folder, 'out'))).some((name) => name.includes(voided.manifest.receptionNumber))).toBe(false);
});

test('what was opened before its void came stays, is marked, and is for a clerk to decide', async () => {
  const place = await officeWithTablet();
  const sealed = await sealNth(place.sealer, 1);
  await upload(place.server.url, sealed);
  await place.run(['fetch', '--out', 'in']);
  await place.run(openWords(place));
  expect(await putVoid(place, sealed)).toBe(201);
  const fetched = await place.run(['fetch', '--out', 'in']);
  expect(fetched.terminal.errors).toEqual([expect.stringContaining('the office had it before: a clerk decides')]);
  expect(fetched.exitCode).toBe(1);
  const opened = await place.run(openWords(place));
  expect(opened.terminal.errors).toEqual([expect.stringContaining('opened before its void came: a clerk decides')]);
  expect(opened.exitCode).toBe(1);
  expect(await csvOf(place.folder)).toMatch(new RegExp(`${sealed.manifest.receptionNumber}.*取消（要確認）`));
});

test('a void is heeded in whichever folder its envelope lies, and names what was opened from another one before', async () => {
  const place = await officeWithTablet();
  const [opened, unopened] = [await sealNth(place.sealer, 1), await sealNth(place.sealer, 2)];
  for (const [index, sealed] of [opened, unopened].entries()) {
    await upload(place.server.url, sealed);
    await place.run(['fetch', '--out', `in${index}`]);
  }
  await place.run(openWords(place, 'in0'));
  for (const sealed of [opened, unopened]) expect(await putVoid(place, sealed)).toBe(201);
  expect((await place.run(['fetch', '--out', 'in2'])).terminal.printed.at(-1)).toContain('2 voided for a clerk');
  const { exitCode, terminal } = await place.run(openWords(place, 'in1'));
  expect(terminal.printed.at(-1)).toBe('0 opened, 0 opened before, 2 voided, 0 skipped');
  expect(terminal.errors).toEqual([expect.stringContaining('opened before its void came: a clerk decides')]);
  expect(exitCode).toBe(1);
  expect(await csvOf(place.folder)).toMatch(new RegExp(`${opened.manifest.receptionNumber}.*取消（要確認）`));
});

test('a void that came after the office had its envelope is said at every fetch, until a clerk names it as done', async () => {
  const place = await officeWithTablet();
  const sealed = await sealNth(place.sealer, 1);
  const { receptionNumber } = sealed.manifest;
  await upload(place.server.url, sealed);
  await place.run(['fetch', '--out', 'in']);
  await place.run(openWords(place));
  await place.run(['done', receptionNumber]);
  expect(await putVoid(place, sealed)).toBe(201);
  const isTold = async (folder: string): Promise<boolean> => {
    const { exitCode, terminal } = await place.run(['fetch', '--out', folder]);
    const task = expect.stringContaining(`a clerk decides, and "done ${receptionNumber}" settles it`) as string;
    expect(terminal.errors).toEqual(exitCode === 1 ? [task] : []);
    return exitCode === 1;
  };
  expect([await isTold('in'), await isTold('in'), await isTold('elsewhere')]).toEqual([true, true, true]);
  await place.run(['done', '--in', 'out']);
  expect(await isTold('in'), 'that it lies in a folder decides nothing').toBe(true);
  expect((await place.run(['done', receptionNumber])).terminal.printed.at(-1)).toContain('1 voided and settled');
  expect([await isTold('in'), await isTold('new')]).toEqual([false, false]);
  const opened = await place.run(openWords(place));
  expect(opened.terminal.printed.at(-1)).toBe('0 opened, 0 opened before, 1 voided, 0 skipped');
  expect([opened.exitCode, opened.terminal.errors]).toEqual([0, []]);
  expect(await csvOf(place.folder)).toMatch(new RegExp(`${receptionNumber}.*取消（要確認）`));
});

test('a clerk voids by reception number, in the name of the office, and only once', async () => {
  const place = await officeWithTablet();
  const sealed = await sealNth(place.sealer, 1);
  await upload(place.server.url, sealed);
  const words = ['void', sealed.manifest.receptionNumber, '--reason', 'withdrawn'];
  const { exitCode, terminal } = await place.run(words);
  expect(terminal.printed).toEqual([`voided   ${sealed.manifest.envelopeId}  ${sealed.manifest.receptionNumber}`]);
  expect(exitCode).toBe(0);
  await place.run(['fetch', '--out', 'in']);
  expect((await place.run(openWords(place))).terminal.printed.at(-1)).toBe('0 opened, 0 opened before, 1 voided, 0 skipped');
  expect((await place.run(words)).terminal.errors).toEqual([expect.stringContaining('[server-refused]')]);
});

test('a void whose receipt no server key signed is not said to be one', async () => {
  const place = await officeWithTablet();
  const sealed = await sealNth(place.sealer, 1);
  await upload(place.server.url, sealed);
  await standBetween(place, async ({ body }) =>
    forgedReceipt(place, { ...sealed.manifest, digest: await digestOfVoid(body.toString()) }),
  );
  const { exitCode, terminal } = await place.run(['void', sealed.manifest.receptionNumber, '--reason', 'withdrawn']);
  expect(terminal.shown()).toMatch(/^madoguchi: \[server-answer-invalid\] The receipt of the void is not signed/);
  expect(exitCode).toBe(1);
});

test('what a clerk voids is not opened any more, also where nothing is fetched after it', async () => {
  const place = await officeWithTablet();
  const sealed = await sealNth(place.sealer, 1);
  await upload(place.server.url, sealed);
  await place.run(['fetch', '--out', 'in']);
  await place.run(['void', sealed.manifest.receptionNumber, '--reason', 'withdrawn']);
  expect((await place.run(openWords(place))).terminal.printed.at(-1)).toBe('0 opened, 0 opened before, 1 voided, 0 skipped');
});

test('a clerk is told what is no number, no reason, and not at the server', async () => {
  const place = await officeWithTablet();
  const number = (await sealNth(place.sealer, 1)).manifest.receptionNumber;
  const codeOf = async (words: readonly string[]): Promise<string> => (await place.run(words)).terminal.shown();
  expect(await codeOf(['void', '1234', '--reason', 'withdrawn'])).toContain('[setting-invalid]');
  expect(await codeOf(['void', number, '--reason', 'because'])).toContain('[setting-invalid]');
  expect(await codeOf(['void', number, '--reason', 'withdrawn'])).toContain('[envelope-not-found]');
});

test('a void comes in a transfer file too, also before its envelope, and gets its receipt', async () => {
  const place = await officeWithTablet();
  const sealed = await sealNth(place.sealer, 1);
  const { envelopeId } = sealed.manifest;
  const voids = [{ envelopeId, ...(await stationVoid(place.sealer, sealed)) }];
  await writePartFile(place.folder, 'void.zip', await partOf(place.sealer, [], { part: 2, parts: 2, voids }));
  await writePartFile(place.folder, 'part.zip', await partOf(place.sealer, [sealed], { part: 1, parts: 2 }));
  const { exitCode, terminal } = await place.run(['import', '--receipts', 'receipts.txt', 'void.zip', 'part.zip']);
  expect(terminal.printed.at(-1)).toBe('2 stored, 0 here already, 0 held, 0 skipped, 0 missing');
  expect(exitCode).toBe(0);
  expect((await readFile(join(place.folder, 'receipts.txt'), 'utf8')).trimEnd().split('\n')).toHaveLength(3);
  await place.run(['fetch', '--out', 'in']);
  expect((await place.run(openWords(place))).terminal.printed.at(-1)).toBe('0 opened, 0 opened before, 1 voided, 0 skipped');
});

test('a void that was forged, or laid beside another envelope, voids nothing, and is said', async () => {
  const place = await officeWithTablet();
  const [one, two] = [await sealNth(place.sealer, 1), await sealNth(place.sealer, 2)];
  for (const sealed of [one, two]) await upload(place.server.url, sealed);
  await place.run(['fetch', '--out', 'in']);
  const { voidJws } = await stationVoid(place.sealer, one);
  await writeFile(join(place.folder, 'in', `${two.manifest.envelopeId}.void`), voidJws);
  await writeFile(join(place.folder, 'in', `${one.manifest.envelopeId}.void`), `${voidJws.slice(0, -6)}AAAAAA`);
  const said = [
    expect.stringContaining(`unheeded ${one.manifest.envelopeId}  [voidNotSigned]`),
    expect.stringContaining(`unheeded ${two.manifest.envelopeId}  [voidOfAnother]`),
  ];
  const first = await place.run(openWords(place));
  expect(first.terminal.printed.at(-1)).toBe('2 opened, 0 opened before, 2 with a void that is none, 0 skipped');
  expect([first.exitCode, first.terminal.errors]).toEqual([1, said]);
  const again = await place.run(openWords(place));
  expect([again.exitCode, again.terminal.errors]).toEqual([1, said]);
});

test('a void whose file was damaged is put right by the next fetch, in both its places', async () => {
  const place = await officeWithTablet();
  const sealed = await sealNth(place.sealer, 1);
  await upload(place.server.url, sealed);
  await putVoid(place, sealed);
  await place.run(['fetch', '--out', 'in']);
  const name = `${sealed.manifest.envelopeId}.void`;
  const files = [join(place.folder, 'in', name), join(place.office.voids, name)];
  const whole = await readFile(files[0] as string, 'utf8');
  for (const file of files) await writeFile(file, whole.slice(0, 300));
  const { exitCode, terminal } = await place.run(['fetch', '--out', 'in']);
  expect(terminal.printed[0]).toContain(`${sealed.manifest.receptionNumber}  its damaged file was replaced`);
  expect(exitCode).toBe(0);
  for (const file of files) expect(await readFile(file, 'utf8')).toBe(whole);
  expect((await place.run(openWords(place))).terminal.printed.at(-1)).toBe('0 opened, 0 opened before, 1 voided, 0 skipped');
});

test('a void that its station signed for another number of the envelope is no void of it: every fetch says so', async () => {
  const place = await officeWithTablet();
  const sealed = await sealNth(place.sealer, 1);
  const misfit = { ...sealed, manifest: { ...sealed.manifest, sequence: 99 } };
  expect(await putVoid(place, misfit), 'before its envelope nobody can tell').toBe(201);
  await upload(place.server.url, sealed);
  for (const run of ['first', 'second']) {
    const { exitCode, terminal } = await place.run(['fetch', '--out', 'in']);
    const said = `skipped  ${sealed.manifest.envelopeId}  [voidOfAnother]`;
    expect([exitCode, terminal.errors], run).toEqual([1, [expect.stringContaining(said)]]);
  }
  expect((await place.run(openWords(place))).terminal.printed.at(-1)).toBe('1 opened, 0 opened before, 0 skipped');
});
