import { countTaps } from '../../support/taps/tapped-applications';
import { expect, test } from '../../support/venue/journey';

test('an adult with a form is served in twelve touches, somebody of a roster in nine, and nothing is typed', async ({
  venue,
}) => {
  const taps = await countTaps(venue);
  console.log(JSON.stringify({ name: 'taps', ...taps }));
  expect(taps.adult).toBeLessThanOrEqual(12);
  expect(taps.roster).toBeLessThanOrEqual(9);
});
