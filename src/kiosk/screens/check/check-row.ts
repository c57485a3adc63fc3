import type { WizardStep } from '../../../domain/application/steps';

/** One line of what will be sealed. */
export interface CheckRow {
  readonly step: WizardStep;
  readonly name: string;
  readonly value: string;
  readonly note?: string;
}
