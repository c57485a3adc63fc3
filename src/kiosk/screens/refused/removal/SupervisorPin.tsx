import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PinEntry } from '../../../pin/PinEntry';
import { useConfiguration } from '../../../tablet/tablet-store';
import { ChoiceCards } from '../../../ui/ChoiceCards';

/** An attendant fetches a supervisor, who says who they are and proves it. */
export function SupervisorPin({ onProven }: { readonly onProven: (supervisorId: string) => void }) {
  const { t } = useTranslation();
  const supervisors = useConfiguration().attendants.filter(({ role }) => role === 'supervisor');
  const [chosenId, setChosenId] = useState<string | null>(supervisors.length === 1 ? (supervisors[0]?.id ?? null) : null);
  const chosen = supervisors.find(({ id }) => id === chosenId);
  const question = (
    <>
      <h1>{t('refused.removal.supervisor')}</h1>
      <ChoiceCards
        label={t('session.signIn.supervisor')}
        columns={2}
        value={chosenId}
        choices={supervisors.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosenId}
      />
    </>
  );
  if (!chosen) return question;
  return (
    <PinEntry
      key={chosen.id}
      label={t('session.signIn.pinFor', { name: chosen.name })}
      verifiers={[chosen.pinVerifier]}
      onCorrect={() => onProven(chosen.id)}
    >
      {question}
    </PinEntry>
  );
}
