import { v7 as uuidv7 } from 'uuid';
import { familyDraft } from '../../domain/application/draft';
import { familySize, type WaitingMember, withoutOpenShots } from './family-members';
import { newcomer } from './person';
import { leaveApplication, useSession, wipeCurrent } from './session-store';

const { getState, setState } = useSession;

/** The next of the family: what a family shares is carried over; whoever is on screen waits for later. */
export function addFamilyMember(): void {
  const session = getState();
  const { draft, family } = session;
  const shared = draft ? familyDraft(draft) : family.shared;
  if (!shared || session.isSealing) return;
  const number = familySize(family) + 1;
  setAside();
  setState({
    ...newcomer,
    draft: shared,
    envelopeId: uuidv7(),
    family: { ...getState().family, number },
    place: { kind: 'wizard', step: 'form', cameFromCheck: false },
  });
}

/** Somebody who waits comes on screen, just as they were left; whoever was there waits. */
export function resumeMember(number: number): void {
  const { family, isSealing } = getState();
  const member = family.waiting.find((waiting) => waiting.number === number);
  if (!member || isSealing) return;
  setAside();
  resume(member);
}

/** The person on screen does not apply: their input is wiped, and the family goes on. */
export function leaveMember(): void {
  const { family, isSealing } = getState();
  const [next] = family.waiting;
  if (!next) return leaveApplication();
  if (isSealing) return;
  wipeCurrent();
  resume(next);
}

/** Photos that were taken and not accepted do not wait: they are wiped. */
function setAside(): void {
  const session = getState();
  const { draft, place, family } = session;
  if (!draft || place.kind !== 'wizard') return;
  const { envelopeId, typedId, earlier, duplicateReason, shots, shotsTaken, sitting } = session;
  const person = withoutOpenShots({ draft, envelopeId, typedId, earlier, duplicateReason, shots, shotsTaken, sitting });
  for (const { take } of shots) if (take.bytes !== draft.photo?.bytes) take.bytes.fill(0);
  const member = { ...person, draft, number: family.number, step: place.step, cameFromCheck: place.cameFromCheck };
  const waiting = [...family.waiting, member].sort((one, other) => one.number - other.number);
  setState({ family: { ...family, waiting } });
}

function resume({ number, step, cameFromCheck, ...person }: WaitingMember): void {
  const { family } = getState();
  const waiting = family.waiting.filter((member) => member.number !== number);
  setState({ ...person, family: { ...family, number, waiting }, place: { kind: 'wizard', step, cameFromCheck } });
}
