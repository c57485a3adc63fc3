import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { drawingPage } from '../../../src/cli/reply-envelope/drawing-page';
import { replyEnvelopeForm } from '../../../src/domain/reply-envelope/reply-envelope-form';
import { sampleReplyEnvelope } from '../../support/applications/sample-reply-envelope';
import { officeWithServer } from '../support/office-with-server';

it('takes what the office wrote as words, never as markup, and needs nothing from anywhere', () => {
  const envelope = { ...sampleReplyEnvelope, addressee: ['<script>alert(1)</script>'] };
  const page = drawingPage(replyEnvelopeForm(envelope, { mark: 'x', validUntil: undefined }), '<b>');
  expect(page).not.toMatch(/<script|<b>|(src|href)=|url\(/);
  expect(page).toContain('&lt;script&gt;');
});

test('the office prints the form of its plan, and none that no longer counts', async () => {
  const { folder, office, run } = await officeWithServer();
  const words = ['reply-envelope', '--out', 'envelope.html'];
  expect((await run(words)).terminal.errors).toEqual([expect.stringMatching(/^madoguchi: \[setting-invalid\] No reply/)]);
  const plan = JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8')) as object;
  await writeFile(join(folder, 'plan.json'), JSON.stringify({ ...plan, replyEnvelopes: [sampleReplyEnvelope] }));
  expect((await run(['setup', '--office', office.path, '--plan', 'plan.json'])).exitCode).toBe(0);
  expect((await run([...words, '--day', '2027-01-31'])).exitCode).toBe(0);
  expect(await readFile(join(folder, 'envelope.html'), 'utf8')).toContain('令和9年3月31日まで');
  const soon = await run([...words, '--day', '2027-03-31']);
  expect([soon.exitCode, soon.terminal.errors]).toEqual([0, [expect.stringContaining('2027-03-31')]]);
  const late = await run([...words, '--day', '2027-04-01']);
  expect([late.exitCode, late.terminal.errors]).toEqual([1, [expect.stringContaining('counted until 2027-03-31')]]);
  expect((await run([...words, '--day', 'tomorrow'])).exitCode).toBe(1);
});
