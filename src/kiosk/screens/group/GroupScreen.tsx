import { useState } from 'react';
import { useGroup } from '../../group/group-store';
import { IdleGuard } from '../../session/IdleGuard';
import { GroupDoor } from './GroupDoor';
import { GroupList } from './GroupList';
import { GroupSummary } from './GroupSummary';

/** 名簿: closed until the day card opens it; then the people, and the summary for the end of the day. */
export function GroupScreen() {
  const isOpen = useGroup((state) => state.group !== undefined);
  const [showsSummary, setShowsSummary] = useState(false);
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
