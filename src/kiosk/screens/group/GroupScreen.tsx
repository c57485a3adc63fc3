import { useEffect, useState } from 'react';
import { followSession } from '../../group/serve-group';
import { useGroup } from '../../group/group-store';
import { IdleGuard } from '../../session/IdleGuard';
import { useServices } from '../../tablet/tablet-services';
import { GroupDoor } from './GroupDoor';
import { GroupList } from './GroupList';
import { GroupSummary } from './GroupSummary';

let isFollowing = false;

/** 名簿: closed until the day card opens it; then the people, and the summary for the end of the day. */
export function GroupScreen() {
  const { rosters } = useServices();
  const isOpen = useGroup((state) => state.group !== undefined);
  const [showsSummary, setShowsSummary] = useState(false);
  useEffect(() => {
    // For as long as the app runs: the roster must close although this screen is not shown.
    if (!isFollowing) followSession(rosters, Date.now);
    isFollowing = true;
  }, [rosters]);
  if (!isOpen) return <GroupDoor />;
  return (
    <IdleGuard>
      {showsSummary ? (
        <GroupSummary onBack={() => setShowsSummary(false)} />
      ) : (
        <GroupList onSummary={() => setShowsSummary(true)} />
      )}
    </IdleGuard>
  );
}
