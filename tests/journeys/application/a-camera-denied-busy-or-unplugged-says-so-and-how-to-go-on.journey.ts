import { ja } from '../../../src/i18n/ja/ja';
import { whenCameraShows } from '../../support/camera/when-camera-shows';
import { prepareCameraTrouble, pullPlug, putPlug, refuseCamera } from '../../support/kiosk/camera-trouble';
import { takePhoto } from '../../support/kiosk/make-application';
import { signInAtCounter } from '../../support/kiosk/sign-in';
import { expect, test } from '../../support/venue/journey';

test('a camera denied, busy or unplugged says so, and how to go on', async ({ venue }) => {
  const { page, product, camera } = venue;
  await venue.tablet.context.addInitScript(prepareCameraTrouble);
  await page.reload();
  await signInAtCounter(page, product.dataFolder);
  camera.show('portrait');
  const alert = page.getByRole('alert');
  const again = page.getByRole('button', { name: ja.common.action.retry });

  await page.evaluate(refuseCamera, 'NotAllowedError');
  await page.getByRole('button', { name: ja.session.home.photoOnly }).click();
  await expect(alert).toContainText(ja.photo.problem.denied);
  await page.evaluate(refuseCamera, 'NotReadableError');
  await again.click();
  await expect(alert).toContainText(ja.photo.problem.busy);
  await expect(page.getByRole('button', { name: ja.photo.shoot })).toBeDisabled();
  await page.evaluate(refuseCamera, null);
  await again.click();
  await whenCameraShows(page, 'portrait');

  await page.evaluate(pullPlug);
  await expect(alert).toContainText(ja.photo.problem.unplugged);
  await page.evaluate(putPlug);
  await takePhoto(venue);
});

test('the browser itself refusing the camera is told as denied', async ({ venue }) => {
  await venue.tablet.switchOff();
  venue.camera.permission = 'deny';
  const { page } = await venue.switchOn();
  await signInAtCounter(page, venue.product.dataFolder);
  await page.getByRole('button', { name: ja.session.home.next }).click();
  await expect(page.getByRole('alert')).toContainText(ja.photo.problem.denied);
  await expect(page.getByRole('button', { name: ja.wizard.form.typeInstead })).toBeEnabled();
});
