import { countTaps } from '../support/taps/tapped-applications';
import { openEnrolledVenue } from './enrolled-venue';
import type { Figure } from './figure';

/** Touches from 次の方 to the reception number, the photo's own apart. Limits: adult 12, roster 9. */
export async function* benchTaps(): AsyncGenerator<Figure> {
  const { venue, close } = await openEnrolledVenue();
  try {
    yield { name: 'taps', ...(await countTaps(venue)) };
  } finally {
    await close();
  }
}
