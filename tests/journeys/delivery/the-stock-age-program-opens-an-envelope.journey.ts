import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { isInstalled, maySkip } from '../../support/control/may-skip';
import { withTemporaryFolder } from '../../support/control/with-temporary-folder';
import { fillApplication, sealApplication } from '../../support/kiosk/make-application';
import { homeFigure, returnHome } from '../../support/kiosk/read-figures';
import { rin } from '../../support/kiosk/residents';
import { getShownPhoto } from '../../support/kiosk/shown-photo';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

test('the stock age program opens an envelope', async ({ venue }) => {
  test.skip(maySkip(isInstalled('age', '--version')), 'the age program is not installed on this machine');
  const { product, page } = venue;
  await signInAtCounter(page, product.dataFolder);
  await fillApplication(venue, rin);
  const photo = await getShownPhoto(page);
  await sealApplication(page);
  await returnHome(page);
  await expect(homeFigure(page, 'delivered')).toHaveText('1');

  await withTemporaryFolder('office', async (folder) => {
    expect((await product.command('fetch', '--out', folder)).exitCode).toBe(0);
    const envelope = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.age')) ?? '';
    const identity = join(product.dataFolder, 'office/identity.age.txt');
    const opened = spawnSync('age', ['--decrypt', '--identity', identity, join(folder, envelope)], { maxBuffer: 2 ** 24 });
    expect(opened.status, opened.stderr.toString()).toBe(0);
    const entries = unzipSync(opened.stdout);
    expect(Object.keys(entries).sort()).toEqual(['application.json', 'photo.jpg']);
    expect(photo.equals(entries['photo.jpg'] ?? Buffer.alloc(0)), 'the very photo').toBe(true);
  });
});
