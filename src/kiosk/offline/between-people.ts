import type { Session } from '../session/session-store';

/** Nobody is being served or reads their number, and nothing else is open in this tab. */
export function isBetweenPeople({ place, draft }: Pick<Session, 'place' | 'draft'>): boolean {
  return draft === undefined && (place.kind === 'home' || place.kind === 'signIn');
}
