import { useEffect } from 'react';
import { noteEarlier, useSession } from '../session/session-store';
import { useServices } from '../tablet/tablet-services';
import { DuplicateDialog } from './DuplicateDialog';

/**
 * Looks, once a form is read, whether it was taken before: on this tablet at once, at the server as soon as it answers,
 * on whatever step that finds the person. Asks only where it was; never holds anybody up otherwise.
 */
export function DuplicateGuard() {
  const { findEarlier } = useServices();
  const applicationId = useSession((session) => session.draft?.applicationId);
  const isAsking = useSession((session) => session.earlier.length > 0 && !session.duplicateReason && !session.isSealing);
  useEffect(() => {
    if (!applicationId) return;
    for (const where of ['here', 'atServer'] as const) {
      void findEarlier(applicationId, where)
        .then((earlier) => noteEarlier(applicationId, earlier))
        .catch(() => undefined);
    }
  }, [applicationId, findEarlier]);
  return isAsking ? <DuplicateDialog /> : null;
}
