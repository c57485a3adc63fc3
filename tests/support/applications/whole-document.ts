import { dayOf } from '../../../src/domain/calendar/day';
import { mailableAnswers } from '../../../src/domain/identity/conditions';
import type { ApplicationDocument } from '../../../src/protocol/application-document';
import { sampleDocument } from '../sample-application';

/** application.json in which every question is answered; no real application has all of it. */
export function wholeDocument(overrides: Partial<ApplicationDocument> = {}): ApplicationDocument {
  return sampleDocument({
    method: 'verifyAtApplication',
    kind: 'reissue',
    kindReason: 'lost',
    applicant: {
      name: '見本 太郎',
      kana: 'ミホン タロウ',
      formerName: '旧見本',
      alias: '通称見本',
      postalCode: '100-0000',
      address: '見本市見本町1-1',
      phone: '09000000000',
    },
    isAdultWard: true,
    representative: {
      as: 'adultWard',
      name: '見本 花子',
      kana: 'ミホン ハナコ',
      relation: 'guardianOfAdult',
      sharesAddress: false,
      postalCode: '100-0000',
      address: '見本市見本町2-2',
      phone: '0300000000',
      attends: true,
    },
    foreignResident: { status: 'midToLongTerm', term: 'limited', stayEndsOn: dayOf('2026-12-20') },
    isFromAbroad: true,
    braille: 'ミホン タロウ',
    identityCheck: {
      documents: [{ id: 'residenceCard', group: 'A', name: '在留カード' }],
      combination: 'oneAExtraCheck',
      isExtraCheckDone: true,
      papers: ['pinRequest', 'notificationCardLost'],
      answers: mailableAnswers,
      checkedBy: 'attendant-1',
    },
    ...overrides,
  });
}
