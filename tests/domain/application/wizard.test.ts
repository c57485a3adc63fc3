import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/domain/application/draft';
import { isStepDone, nextStep, previousStep } from '../../../src/domain/application/wizard';
import { stepsFor, type WizardStep, wizardSteps } from '../../../src/domain/application/steps';
import { anyDraft } from '../../support/any-draft';
import { sampleDay as day, sampleDraft, sampleMother } from '../../support/sample-application';

const infant: Partial<Draft> = {
  birthCalendar: 'reiwa',
  birthDigits: '080110',
  photo: undefined,
  representative: sampleMother,
};

/** The steps seen from `step` on, pressing *next* until it no longer leads on. */
function walk(draft: Draft, step: WizardStep, cameFromCheck = false): WizardStep[] {
  const next = nextStep(draft, day, { step, cameFromCheck });
  return next === step || next === 'check' ? [step, next] : [step, ...walk(draft, next, cameFromCheck)];
}

describe('the wizard', () => {
  it('goes through the steps that are for everybody, and back', () => {
    const steps = ['form', 'person', 'choices', 'photo', 'check'] as const;
    expect(walk(sampleDraft(), 'form')).toEqual(steps);
    const back = steps.map((step) => previousStep(sampleDraft(), day, step));
    expect(back).toEqual([undefined, 'form', 'person', 'choices', 'photo']);
  });

  it('checks identity where the card is mailed, and not after that was changed on the spot', () => {
    const mailed = sampleDraft({ method: 'verifyAtApplication' });
    expect(walk(mailed, 'choices')).toEqual(['choices', 'identity', 'identity']);
    expect(nextStep(mailed, day, { step: 'photo', cameFromCheck: false })).toBe('identity');
    const collected = { ...mailed, method: 'collectAtOffice' } as const;
    expect(nextStep(collected, day, { step: 'identity', cameFromCheck: false })).toBe('photo');
    expect(nextStep(collected, day, { step: 'identity', cameFromCheck: true })).toBe('check');
  });

  it('shows no camera to those under one', () => {
    const draft = sampleDraft(infant);
    expect(stepsFor(draft, day)).toEqual(['form', 'person', 'choices', 'representative', 'check']);
    expect(walk(draft, 'form')).toEqual(['form', 'person', 'choices', 'representative', 'check']);
    expect(previousStep(draft, day, 'check')).toBe('representative');
  });

  it('finds its way from a step that this applicant turned out not to have', () => {
    const draft = sampleDraft(infant);
    expect(nextStep(draft, day, { step: 'photo', cameFromCheck: false })).toBe('check');
    expect(previousStep(draft, day, 'photo')).toBe('representative');
  });

  it('returns to the check from a step opened there, by way of what became undone', () => {
    const fromCheck = { step: 'person', cameFromCheck: true } as const;
    expect(nextStep(sampleDraft(), day, fromCheck)).toBe('check');
    expect(nextStep(sampleDraft({ photo: undefined }), day, fromCheck)).toBe('photo');
    expect(nextStep(sampleDraft({ birthDigits: '45' }), day, fromCheck)).toBe('person');
  });

  it('stays where something is missing, and never reaches the check past it', () => {
    expect(nextStep(sampleDraft({ contactMail: 'taro@' }), day, { step: 'choices', cameFromCheck: false })).toBe('choices');
    expect(nextStep(sampleDraft({ applicationId: undefined }), day, { step: 'photo', cameFromCheck: false })).toBe('form');
  });

  it('leads from any draft and step to the check, or to a step that is not done', () => {
    fc.assert(
      fc.property(anyDraft, fc.constantFrom(...wizardSteps), fc.boolean(), (draft, step, cameFromCheck) => {
        const end = walk(draft, step, cameFromCheck).at(-1) ?? step;
        const everythingDone = wizardSteps.every((candidate) => isStepDone(draft, day, candidate));
        expect(end === 'check').toBe(everythingDone);
        expect(isStepDone(draft, day, end)).toBe(everythingDone);
      }),
    );
  });

  it('goes back from anywhere to the first step, one step at a time', () => {
    fc.assert(
      fc.property(anyDraft, fc.constantFrom(...wizardSteps), (draft, step) => {
        const seen: WizardStep[] = [];
        for (let at: WizardStep | undefined = step; at; at = previousStep(draft, day, at)) seen.push(at);
        expect(seen.at(-1)).toBe('form');
        const before = wizardSteps.slice(0, wizardSteps.indexOf(step));
        expect(seen.slice(1).reverse()).toEqual(stepsFor(draft, day).filter((candidate) => before.includes(candidate)));
      }),
    );
  });

  it('changes nothing of the draft while walking', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const before = structuredClone(draft);
        Object.freeze(draft);
        for (const step of wizardSteps) walk(draft, previousStep(draft, day, step) ?? step);
        expect(draft).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});
