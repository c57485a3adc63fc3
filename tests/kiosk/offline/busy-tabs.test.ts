import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyDraft } from '../../../src/domain/application/draft';
import { tellOtherTabs, unlessTabIsBusy } from '../../../src/kiosk/offline/busy-tabs';
import { useSession } from '../../../src/kiosk/session/session-store';

/** As a browser's: held until what the holder returned is settled; shared among those who ask for it shared. */
function createLocks() {
  const held = new Set<'shared' | 'exclusive'>();
  const ask = vi.fn(
    async (_name: string, options: { mode?: 'shared'; ifAvailable?: boolean }, work: (lock: object | null) => unknown) => {
      const mode = options.mode ?? 'exclusive';
      if (mode === 'exclusive' && held.size > 0) return work(null);
      held.add(mode);
      try {
        return await work({});
      } finally {
        held.delete(mode);
      }
    },
  );
  return { request: ask };
}

beforeEach(() => {
  useSession.setState({ place: { kind: 'home' }, draft: undefined });
  Object.defineProperty(navigator, 'locks', { configurable: true, value: createLocks() });
});
afterEach(() => void Reflect.deleteProperty(navigator, 'locks'));

it('lets a version take over between two people, and not while one is served or reads a number', async () => {
  const act = vi.fn();
  tellOtherTabs();
  useSession.setState({ draft: emptyDraft('collectAtOffice') });
  expect(await unlessTabIsBusy(act)).toBe(false);
  expect(act).not.toHaveBeenCalled();
  useSession.setState({ draft: undefined, place: { kind: 'counts' } });
  expect(await unlessTabIsBusy(act)).toBe(false);
  useSession.setState({ place: { kind: 'home' } });
  await Promise.resolve();
  expect(await unlessTabIsBusy(act)).toBe(true);
  expect(act).toHaveBeenCalledOnce();
});
