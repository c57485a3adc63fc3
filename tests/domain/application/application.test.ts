import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readApplication } from '../../../src/domain/application/application';
import { readApplicant } from '../../../src/domain/applicant/applicant';
import { emptyApplicant } from '../../../src/domain/applicant/applicant-entry';
import { emptyDraft } from '../../../src/domain/application/draft';
import { dayOf } from '../../../src/domain/calendar/day';
import { needsPhoto } from '../../../src/domain/rules/photo-rule';
import { anyDraft } from '../../support/any-draft';
import { sampleApplicationId, sampleDay, sampleDraft, sampleMother, samplePhoto } from '../../support/sample-application';

describe('reading an application', () => {
  it('of a whole draft gives all of it', () => {
    const photo = samplePhoto();
    expect(readApplication(sampleDraft({ photo, contactName: ' 見本 太郎 ' }), sampleDay)).toEqual({
      kind: 'complete',
      application: {
        applicationId: sampleApplicationId,
        applicationIdSource: 'scanned',
        birthDate: dayOf('1970-03-21'),
        method: 'collectAtOffice',
        kind: 'first',
        kindReason: null,
        isFaceAuthentication: false,
        applicant: readApplicant(emptyApplicant),
        isAdultWard: false,
        representative: null,
        foreignResident: null,
        isFromAbroad: false,
        braille: null,
        identityCheck: null,
        destination: null,
        certificates: { signature: 'issue', userAuthentication: 'issue' },
        contact: { name: '見本 太郎', mail: 'taro@mihon.example' },
        photo,
      },
    });
  });

  it('of an empty draft names what is missing in the order of the steps', () => {
    const missing = { kind: 'missing', parts: ['applicationId', 'birthDate'] };
    expect(readApplication(emptyDraft('collectAtOffice'), sampleDay)).toEqual(missing);
    const wrong = sampleDraft({ applicationId: undefined, contactMail: 'taro@', photo: undefined });
    expect(readApplication(wrong, sampleDay)).toEqual({ kind: 'missing', parts: ['applicationId', 'contactMail', 'photo'] });
  });

  it('needs no contact', () => {
    const reading = readApplication(sampleDraft({ contactName: '　', contactMail: ' ' }), sampleDay);
    expect(reading).toMatchObject({ kind: 'complete', application: { contact: { name: null, mail: null } } });
  });

  it('drops the photo of a child under one, even where one was taken', () => {
    const infant = sampleDraft({ birthCalendar: 'reiwa', birthDigits: '080110', representative: sampleMother });
    expect(readApplication(infant, sampleDay)).toMatchObject({ kind: 'complete', application: { photo: null } });
    const without = { ...infant, photo: undefined };
    expect(readApplication(without, sampleDay)).toMatchObject({ kind: 'complete', application: { photo: null } });
  });

  it('gives no signature certificate under 15, whatever was ticked', () => {
    const child = sampleDraft({
      birthCalendar: 'western',
      birthDigits: '20111121',
      declinedCertificates: ['signature'],
      representative: sampleMother,
    });
    expect(readApplication(child, sampleDay)).toMatchObject({
      application: { certificates: { signature: 'notIssued', userAuthentication: 'issue' } },
    });
  });

  it('is complete or names something, and carries a photo exactly where the card does', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const reading = readApplication(draft, sampleDay);
        if (reading.kind === 'missing') {
          expect(reading.parts).not.toEqual([]);
        } else {
          const { birthDate, photo } = reading.application;
          expect(photo !== null).toBe(needsPhoto(birthDate, sampleDay));
        }
      }),
    );
  });
});
