import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditions, judgeConditions, mailableAnswers } from '../../../src/domain/identity/conditions';
import {
  type CheckedApplication,
  defaultIdentityRules as rules,
  readIdentity,
} from '../../../src/domain/identity/identity-check';
import { emptyIdentity, type IdentityEntry } from '../../../src/domain/identity/identity-entry';
import { anyIdentity } from '../../support/any-draft';

const usual: CheckedApplication = { isFaceAuthentication: false, isMailedElsewhere: false };
const whole: IdentityEntry = {
  documents: ['drivingLicence', 'eligibilityCertificate'],
  isExtraCheckDone: false,
  papers: ['pinRequest'],
  answers: mailableAnswers,
};

describe('an identity check', () => {
  it('that is whole records kinds, papers and answers, and nothing else', () => {
    expect(readIdentity(whole, rules, usual).check).toEqual({
      documents: [
        { id: 'drivingLicence', group: 'A', name: '運転免許証' },
        { id: 'eligibilityCertificate', group: 'B', name: '資格確認書・健康保険証' },
      ],
      combination: 'oneAOneB',
      isExtraCheckDone: false,
      papers: ['pinRequest'],
      answers: mailableAnswers,
    });
  });

  it('says everything that is missing at the start', () => {
    const reading = readIdentity(emptyIdentity, rules, usual);
    expect(reading).toMatchObject({ missingPapers: ['pinRequest'], conditions: { kind: 'unanswered', conditions } });
    expect(reading.documents.kind).toBe('missing');
    expect(reading.check).toBeUndefined();
  });

  it('needs no request for a PIN where the card has none', () => {
    const entry = { ...whole, papers: [] };
    expect(readIdentity(entry, rules, usual)).toMatchObject({ missingPapers: ['pinRequest'], check: undefined });
    expect(readIdentity(entry, rules, { ...usual, isFaceAuthentication: true }).check).toBeDefined();
  });

  it('counts 顔写真証明書 as a B and 通知カード as a notice', () => {
    const oneA = { ...whole, documents: ['passport'] };
    expect(readIdentity(oneA, rules, usual).check).toBeUndefined();
    expect(readIdentity({ ...oneA, papers: ['pinRequest', 'photoCertificate'] }, rules, usual).check).toBeDefined();
    const twoB = { ...whole, documents: ['pensionBook', 'employeeCard'] };
    expect(readIdentity(twoB, rules, usual).check).toBeUndefined();
    const withNotice = readIdentity({ ...twoB, papers: ['pinRequest', 'notificationCard'] }, rules, usual);
    expect(withNotice.check?.combination).toBe('noticeTwoB');
  });

  it('counts no document that the office does not list', () => {
    const entry = { ...whole, documents: ['drivingLicence', 'somethingElse'] };
    expect(readIdentity(entry, rules, usual).check).toBeUndefined();
  });

  it('goes by the office’s own list and combinations', () => {
    const documents = [{ id: 'library', group: 'B' as const, name: '図書館カード' }];
    const own = { documents, combinations: [{ id: 'oneB', needs: { B: 1 }, needsExtraCheck: false }], neededPapers: [] };
    const entry = { ...emptyIdentity, documents: ['library'], answers: mailableAnswers };
    expect(readIdentity(entry, own, usual).check).toMatchObject({ combination: 'oneB', documents });
  });

  it('is there exactly where documents, papers and conditions all are', () => {
    fc.assert(
      fc.property(anyIdentity, fc.boolean(), fc.boolean(), (entry, isFaceAuthentication, isMailedElsewhere) => {
        const reading = readIdentity(entry, rules, { isFaceAuthentication, isMailedElsewhere });
        const isWhole =
          reading.documents.kind === 'satisfied' && reading.missingPapers.length === 0 && reading.conditions.kind === 'proceed';
        expect(reading.check !== undefined).toBe(isWhole);
      }),
    );
  });
});

describe('the conditions of mailing', () => {
  it('proceed with the usual answers', () => {
    expect(judgeConditions(mailableAnswers)).toEqual({ kind: 'proceed' });
  });

  it.each([
    [{ inPerson: false }, 'collectAtOffice', 'inPerson'],
    [{ residentHere: false }, 'collectAtOffice', 'residentHere'],
    [{ changesHere: true }, 'collectAtOffice', 'changesHere'],
    [{ forwardsMail: true }, 'collectAtOffice', 'forwardsMail'],
    [{ movesAway: true }, 'otherWay', 'movesAway'],
    [{ movesAway: true, forwardsMail: true }, 'otherWay', 'movesAway'],
  ] as const)('%j mean %s, said at once', (answers, kind, because) => {
    expect(judgeConditions(answers)).toEqual({ kind, because: [because] });
    expect(judgeConditions({ ...mailableAnswers, ...answers })).toEqual({ kind, because: [because] });
  });

  it('let a resident of another municipality pass that mails the card itself', () => {
    const answers = { ...mailableAnswers, residentHere: false };
    expect(judgeConditions(answers, true)).toEqual({ kind: 'proceed' });
    expect(judgeConditions({ ...answers, forwardsMail: true }, true)).toMatchObject({ because: ['forwardsMail'] });
  });

  it('name what was not answered', () => {
    const { movesAway: _left, ...others } = mailableAnswers;
    expect(judgeConditions(others)).toEqual({ kind: 'unanswered', conditions: ['movesAway'] });
  });
});
