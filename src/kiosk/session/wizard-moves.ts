import { readApplication } from '../../domain/application/application';
import type { WizardStep } from '../../domain/application/steps';
import { nextStep, previousStep } from '../../domain/application/wizard';
import { officeRules } from './office-rules';
import { useSession } from './session-store';

const { getState, setState } = useSession;

export function goForward(): void {
  const { draft, opening, place } = getState();
  if (place.kind === 'photoOnly') setState({ place: { kind: 'photoOnly', step: 'sheet' } });
  if (!draft || !opening || place.kind !== 'wizard') return;
  const step = nextStep(draft, opening.day, place, officeRules());
  setState({ place: { kind: 'wizard', step, cameFromCheck: place.cameFromCheck && step !== 'check' } });
}

/** Back keeps everything typed; undefined on the first step, where leaving has to be asked. */
export function goBack(): 'moved' | 'atStart' {
  const { draft, opening, place, isSealing } = getState();
  if (place.kind === 'photoOnly') {
    if (place.step === 'photo') return 'atStart';
    setState({ place: { kind: 'photoOnly', step: 'photo' } });
  }
  if (!draft || !opening || place.kind !== 'wizard' || isSealing) return 'moved';
  const isComplete = readApplication(draft, opening.day, officeRules()).kind === 'complete';
  const step = place.cameFromCheck && isComplete ? 'check' : previousStep(draft, opening.day, place.step);
  if (!step) return 'atStart';
  setState({ place: { kind: 'wizard', step, cameFromCheck: false } });
  return 'moved';
}

/** Opens one step from the check screen; it returns there. */
export function changeStep(step: WizardStep): void {
  if (getState().isSealing) return;
  setState({ place: { kind: 'wizard', step, cameFromCheck: true } });
}
