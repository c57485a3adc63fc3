import { isBetweenPeople } from './between-people';
import { useSession } from '../session/session-store';

/** Held, together with other tabs, by each tab in which somebody is being served. The browser ends it with the tab. */
const lockName = 'madoguchi-busy';

/** From now on other tabs know whether this one is in the middle of something. */
export function tellOtherTabs(): void {
  let release: (() => void) | undefined;
  const look = (): void => {
    const isBusy = !isBetweenPeople(useSession.getState());
    if (isBusy === (release !== undefined)) return;
    if (isBusy) {
      const ended = new Promise<void>((resolve) => (release = resolve));
      navigator.locks.request(lockName, { mode: 'shared' }, () => ended).catch(() => undefined);
    } else {
      release?.();
      release = undefined;
    }
  };
  useSession.subscribe(look);
  look();
}

/**
 * Does what takes this version's files away, unless a tab is in the middle of something: it may still have to load some
 * of them, and without a network there is nowhere else to get them from. False: nothing was done.
 */
export async function unlessTabIsBusy(act: () => void): Promise<boolean> {
  return navigator.locks.request(lockName, { ifAvailable: true }, (lock) => {
    if (lock) act();
    return lock !== null;
  });
}
