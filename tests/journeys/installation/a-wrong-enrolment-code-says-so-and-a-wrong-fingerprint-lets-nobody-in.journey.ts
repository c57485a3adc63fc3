import { ja } from '../../../src/i18n/ja/ja';
import { confirmByCommand, enrolByTyping, readFingerprint } from '../../support/kiosk/enrol';
import { expect, test } from '../../support/venue/journey';

test('a wrong enrolment code says so, and a wrong fingerprint lets nobody in', async ({ newVenue }) => {
  const { product } = newVenue;
  await product.start();
  const { page } = await newVenue.switchOn();
  await page.getByRole('button', { name: ja.enrolment.typeInstead }).click();
  const submit = page.getByRole('button', { name: ja.enrolment.submit });
  await page.getByLabel(ja.enrolment.code, { exact: true }).fill('AB12');
  await submit.click();
  await expect(page.getByRole('alert')).toContainText(ja.enrolment.problem.codeMalformed);

  await enrolByTyping(page, product);
  const digits = await readFingerprint(page);
  const stationCode = /station (\S\d{2})/u.exec(product.output)?.[1] ?? '';
  const wrong = digits.startsWith('1') ? `2${digits.slice(1)}` : `1${digits.slice(1)}`;
  const refused = await product.command('stations', 'confirm', stationCode, '--fingerprint', wrong);
  expect(refused.exitCode).toBe(1);
  await expect(page.getByText(ja.enrolment.pending.wait)).toBeVisible();
  await confirmByCommand(page, product);
});
