import type { Configuration } from '../../protocol/configuration';
import { CommandFailure } from '../failure';

export type ConfiguredOpening = Configuration['openings'][number];

/** The opening of this id. Throws `opening-not-found`. */
export function getOpening({ openings }: Configuration, id: string): ConfiguredOpening {
  const opening = openings.find((candidate) => candidate.id === id);
  if (opening) return opening;
  throw new CommandFailure('opening-not-found', `There is no opening ${id}. "roster list" shows those there are.`);
}

/** The openings with this one's roster set or, undefined, taken away. */
export function withRoster(
  { openings }: Configuration,
  id: string,
  roster: ConfiguredOpening['roster'],
): Configuration['openings'] {
  return openings.map(({ roster: before, ...opening }) => {
    const own = opening.id === id ? roster : before;
    return own ? { ...opening, roster: own } : opening;
  });
}
