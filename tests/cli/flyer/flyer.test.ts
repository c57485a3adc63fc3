import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { type Flyer, flyerPage } from '../../../src/cli/flyer/flyer-page';
import { sampleConfiguration } from '../../support/sample-application';
import { officeWithServer } from '../support/office-with-server';

const { municipality, openings } = sampleConfiguration();
const [opening] = openings;
if (!opening) throw new Error('the sample has an opening');
const bare: Flyer = { municipality, opening, hours: undefined, url: undefined, artwork: undefined };

describe('the page of a flyer', () => {
  it('holds when and where, and whom to ask; hours, code and picture only where they are given', () => {
    const page = flyerPage(bare);
    for (const words of ['令和8年11月20日（金）', opening.venue, opening.title, municipality.contact])
      expect(page).toContain(words);
    for (const part of ['<dt>時間', '<svg', '<img']) expect(page).not.toContain(part);
    const whole = flyerPage({
      ...bare,
      hours: '10時〜16時',
      url: 'https://mihon.example/card',
      artwork: 'data:image/png;base64,AA',
    });
    for (const part of ['10時〜16時', '<svg', '<img class="artwork" src="data:image/png']) expect(whole).toContain(part);
  });

  it('takes what people wrote as words, never as markup, and needs nothing from anywhere', () => {
    const venue = '<script>alert(1)</script>&"\'';
    const page = flyerPage({ ...bare, opening: { ...opening, venue }, url: 'https://mihon.example/' });
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;');
    expect(page).not.toMatch(/(src|href)="?https?:|url\(/);
  });
});

test('the office makes a flyer of an opening it has published, with its own picture', async () => {
  const { folder, run } = await officeWithServer();
  await writeFile(join(folder, 'own.png'), Buffer.from('89504e470d0a1a0a00', 'hex'));
  await writeFile(join(folder, 'own.txt'), 'no picture');
  const words = ['flyer', '--opening', 'opening-1', '--out', 'flyer.html'];
  expect((await run([...words, '--artwork', 'own.png', '--url', 'https://mihon.example/'])).exitCode).toBe(0);
  expect(await readFile(join(folder, 'flyer.html'), 'utf8')).toContain('data:image/png;base64,iVBORw0KGgoA');
  for (const wrong of [
    ['--artwork', 'own.txt'],
    ['--url', 'javascript:alert(1)'],
    ['--opening', 'no-such'],
  ]) {
    const { exitCode, terminal } = await run([...words, ...wrong]);
    expect(exitCode).toBe(1);
    expect(terminal.errors).toEqual([expect.stringMatching(/^madoguchi: \[setting-invalid\] /)]);
  }
});
