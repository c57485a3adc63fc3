import type { CheckInState } from '../../domain/roster/check-in';
import { prefillOf } from '../../domain/roster/prefill';
import type { RosterRow } from '../../domain/roster/find-people';
import type { RosterStore } from '../../queue/rosters/roster-store';
import { changeDraft, goToForm, startApplication, useSession } from '../session/session-store';
import { closeGroup, useGroup } from './group-store';

const lookEveryMs = 60_000;

/** Notes how far somebody is, on the tablet by place in the roster only. */
export async function markRow(rosters: RosterStore, row: number, state: CheckInState | undefined): Promise<void> {
  const { group } = useGroup.getState();
  if (!group) return;
  const checkIns = await rosters.mark(group, row, state);
  const now = useGroup.getState().group;
  if (now?.digest === group.digest) useGroup.setState({ group: { ...now, checkIns } });
}

/** The application being made is somebody's of the roster: checked in, and prefilled. */
export function checkIn(rosters: RosterStore, { row, person }: RosterRow): void {
  const { draft } = useSession.getState();
  if (!draft) return;
  useGroup.setState({ servedRow: row });
  changeDraft(prefillOf(draft, person));
  void markRow(rosters, row, 'arrived');
}

/** Starts, or goes on with, the application of somebody who was chosen from the list. */
export function serveRow(rosters: RosterStore, row: RosterRow): void {
  if (!useSession.getState().draft) startApplication();
  // Work may be stopped: the home screen says why.
  if (!useSession.getState().draft) return;
  checkIn(rosters, row);
  goToForm();
}

/**
 * Follows the session for as long as the roster is open: whoever has applied is marked so, and the roster leaves memory
 * when the attendant signs out, the opening is another, or its time is over.
 */
export function followSession(rosters: RosterStore, nowMs: () => number): void {
  const timer = setInterval(() => {
    const { group } = useGroup.getState();
    if (group && group.destroyAtMs <= nowMs()) closeGroup();
  }, lookEveryMs);
  const stopListening = useSession.subscribe((session, before) => {
    const { group, servedRow } = useGroup.getState();
    if (session.opening?.id !== group?.openingId || !session.attendant) {
      closeGroup();
      return;
    }
    const isSealedNow = session.place.kind === 'sealed' && before.place.kind !== 'sealed';
    if (isSealedNow && servedRow !== undefined) void markRow(rosters, servedRow, 'sealed');
    if (isSealedNow || (before.draft && !session.draft)) useGroup.setState({ servedRow: undefined });
  });
  const stop = useGroup.subscribe(({ group }) => {
    if (group) return;
    clearInterval(timer);
    stopListening();
    stop();
  });
}
