import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readApplication } from '../../../src/domain/application/application';
import type { Circumstance } from '../../../src/domain/application/circumstance';
import { type Draft, emptyDraft, familyDraft } from '../../../src/domain/application/draft';
import { identityOf } from '../../../src/domain/application/draft-facts';
import { missingParts } from '../../../src/domain/application/missing-parts';
import { stepRules, stepsFor } from '../../../src/domain/application/steps';
import { defaultOfficeRules, type OfficeRules } from '../../../src/domain/campaign/office-rules';
import { mailableAnswers } from '../../../src/domain/identity/conditions';
import { anyDraft } from '../../support/any-draft';
import { otherMunicipality, sampleDay as day, sampleDraft, sampleMother as mother } from '../../support/sample-application';

const child = { birthCalendar: 'western', birthDigits: '20180401' } as const;
const partner = { code: otherMunicipality, name: '隣市', contact: '', mailsCards: true };
const rules: OfficeRules = { ...defaultOfficeRules, partners: [partner] };
const missing = (overrides: Partial<Draft>, by = rules) => missingParts(sampleDraft(overrides), day, by);
const told = (...circumstances: Circumstance[]) => ({ circumstances });
const steps = (overrides: Partial<Draft>) => stepsFor(sampleDraft(overrides), day);

describe('an application with a special case', () => {
  it('has no step more for an adult with a form', () => {
    expect(steps({})).toEqual(['form', 'person', 'choices', 'photo', 'check']);
  });

  it('has the step of its case', () => {
    expect(steps(child)).toContain('representative');
    expect(steps(told('adultWard'))).toContain('representative');
    expect(steps({ method: 'visitingReception' })).toContain('identity');
    for (const one of ['foreignResident', 'nameNotes', 'braille', 'nonResident'] as const) {
      expect(steps(told(one))).toContain('details');
    }
    expect(steps(told('fromAbroad'))).not.toContain('details');
  });

  it('never lacks a part of a step that this applicant does not have', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const parts = stepsFor(draft, day).flatMap((step) => stepRules[step].parts);
        const lacking = missingParts(draft, day, rules);
        expect(lacking.filter((part) => !parts.includes(part))).toEqual([]);
      }),
    );
  });

  it('of a child needs the representative, attending', () => {
    expect(missing(child)).toEqual(['representative']);
    expect(missing({ ...child, representative: mother })).toEqual([]);
    for (const change of [
      { attends: false },
      { name: ' ' },
      { kana: '' },
      { relation: 'guardianOfAdult' },
      { phone: '1' },
    ] as const) {
      expect(missing({ ...child, representative: { ...mother, ...change } })).toEqual(['representative']);
    }
    expect(missing({ ...child, representative: { ...mother, sharesAddress: false } })).toEqual(['representative']);
  });

  it('of a foreign resident needs the stay: a status, and its end where it has one', () => {
    const stay = { status: 'midToLongTerm', term: 'limited', endDigits: '20280401' } as const;
    const of = (change: Partial<Draft['stay']>) => missing({ ...told('foreignResident'), stay: { ...stay, ...change } });
    expect(of({})).toEqual([]);
    expect(of({ status: undefined })).toEqual(['stay']);
    expect(of({ term: undefined })).toEqual(['stay']);
    expect(of({ endDigits: '20280231' })).toEqual(['stay']);
    expect(of({ endDigits: '20261119' })).toEqual(['stay']);
    expect(of({ term: 'permanent', endDigits: '' })).toEqual([]);
    expect(of({ term: 'highlySkilled', endDigits: '' })).toEqual([]);
    expect(of({ status: 'specialPermanent', term: undefined, endDigits: '' })).toEqual([]);
    expect(of({ status: 'bornHere', term: 'permanent', endDigits: '' })).toEqual(['stay']);
  });

  it('of a non-resident needs a municipality that takes part', () => {
    expect(missing(told('nonResident'))).toEqual(['destination']);
    expect(missing({ ...told('nonResident'), destination: otherMunicipality })).toEqual([]);
    expect(missing({ ...told('nonResident'), destination: otherMunicipality }, defaultOfficeRules)).toEqual(['destination']);
    const elsewhere = sampleDraft({ ...told('nonResident'), destination: otherMunicipality });
    expect(readApplication(elsewhere, day, rules)).toMatchObject({ application: { destination: otherMunicipality } });
    const answers = { ...mailableAnswers, residentHere: false };
    const checked = { ...elsewhere, identity: { ...elsewhere.identity, answers } };
    expect(identityOf(checked, day, rules).conditions.kind).toBe('proceed');
    const notMailing = { ...rules, partners: [{ ...partner, mailsCards: false }] };
    expect(identityOf(checked, day, notMailing).conditions.kind).toBe('collectAtOffice');
  });

  it('needs a reason for a reissue, and has the usual one for a renewal', () => {
    expect(missing({ kind: 'reissue' })).toEqual(['kindReason']);
    expect(missing({ kind: 'reissue', kindReason: 'expiry' })).toEqual(['kindReason']);
    expect(readApplication(sampleDraft({ kind: 'renewal' }), day)).toMatchObject({ application: { kindReason: 'expiry' } });
    expect(readApplication(sampleDraft({ kindReason: 'lost' }), day)).toMatchObject({ application: { kindReason: null } });
  });

  it('leaves behind what belongs to a circumstance that was taken back', () => {
    const applicant = { ...emptyDraft('collectAtOffice').applicant, alias: '通称見本' };
    const draft = { braille: 'ミホン', applicant, destination: otherMunicipality };
    const without = { application: { braille: null, destination: null, applicant: { alias: null } } };
    expect(readApplication(sampleDraft(draft), day, rules)).toMatchObject(without);
    const withThem = sampleDraft({ ...draft, ...told('braille', 'nameNotes') });
    expect(readApplication(withThem, day)).toMatchObject({
      application: { braille: 'ミホン', applicant: { alias: '通称見本' } },
    });
  });

  it('carries over to the next of a family what is shared, and nothing that is one person’s', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const next = familyDraft(draft);
        expect(next.representative).toEqual(draft.representative);
        expect(next.applicant).toMatchObject({ name: '', kana: '', address: draft.applicant.address });
        expect({ ...next, method: draft.method }).toMatchObject({
          applicationId: undefined,
          birthDigits: '',
          photo: undefined,
          braille: '',
          kind: 'first',
          identity: emptyDraft(draft.method).identity,
        });
      }),
    );
  });
});
