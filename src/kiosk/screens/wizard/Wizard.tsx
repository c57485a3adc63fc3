import { useEffect } from 'react';
import type { WizardStep } from '../../../domain/application/steps';
import { DuplicateGuard } from '../../duplicates/DuplicateGuard';
import { openPhotoRoom } from '../../photo-room/photo-room';
import { IdleGuard } from '../../session/IdleGuard';
import { CheckStep } from '../check/CheckStep';
import { ChoicesStep } from '../choices/ChoicesStep';
import { DetailsStep } from '../details/DetailsStep';
import { IdentityStep } from '../identity/IdentityStep';
import { PhotoStep } from '../photo/PhotoStep';
import { RepresentativeStep } from '../representative/RepresentativeStep';
import { FormStep } from './FormStep';
import { PersonStep } from './PersonStep';

const stepScreens = {
  form: FormStep,
  person: PersonStep,
  choices: ChoicesStep,
  details: DetailsStep,
  representative: RepresentativeStep,
  identity: IdentityStep,
  photo: PhotoStep,
  check: CheckStep,
} as const satisfies Record<WizardStep, unknown>;

/** The application, one step at a time. */
export function Wizard({ step }: { readonly step: WizardStep }) {
  const StepScreen = stepScreens[step];
  // Loaded before it is needed: an update in another tab may meanwhile remove this version's files.
  useEffect(() => void import('../../confirm/confirm-application'), []);
  // The models take a second or two: they load while the step before is being filled in.
  useEffect(() => {
    if (step !== 'form') openPhotoRoom();
  }, [step]);
  return (
    <IdleGuard>
      <StepScreen />
      <DuplicateGuard />
    </IdleGuard>
  );
}
