import fc from 'fast-check';
import type { Draft } from '../../src/domain/application/draft';
import type { Calendar } from '../../src/domain/calendar/birth-date-entry';
import { eraNames } from '../../src/domain/calendar/era';
import { circumstances } from '../../src/domain/application/circumstance';
import type { emptyApplicant } from '../../src/domain/applicant/applicant-entry';
import { relations } from '../../src/domain/applicant/representative-entry';
import { allKindReasons, kinds } from '../../src/domain/campaign/kind';
import { methods } from '../../src/domain/campaign/method';
import { conditions, mailableAnswers } from '../../src/domain/identity/conditions';
import type { IdentityEntry } from '../../src/domain/identity/identity-entry';
import { papers } from '../../src/domain/identity/papers';
import { usualDocuments } from '../../src/domain/identity/documents';
import { residentStatuses, stayTerms } from '../../src/domain/rules/stay-rule';
import { certificateNames } from '../../src/domain/rules/certificate-rule';
import { otherMunicipality, sampleApplicationId, sampleMother, samplePhoto } from './sample-application';
import { sampleJpeg } from './sample-jpeg';

const calendars: readonly Calendar[] = ['western', ...eraNames];
/** Few bytes, so that a counterexample can be read. */
const photo = samplePhoto({ bytes: sampleJpeg({ byteLength: 60 }) });

/** Digits of infants, children and adults as of {@link sampleDay}, unfinished and impossible ones among them. */
const someDigits = fc.oneof(
  fc.constantFrom('20260401', '20251121', '20120101', '19700321', '450321', ''),
  fc.stringMatching(/^\d{0,8}$/),
);

const someText = fc.constantFrom(
  '',
  '見本 太郎',
  'みほん たろう',
  '葛\u{E0100}',
  'Mihon',
  '〒100-0000',
  '０３-００００-００００',
);

const anyApplicant = fc.record({
  name: someText,
  kana: someText,
  formerName: someText,
  alias: someText,
  postalCode: someText,
  address: someText,
  phone: someText,
} satisfies Record<keyof typeof emptyApplicant, unknown>);

const anyRepresentative = fc.oneof(
  fc.constant(sampleMother),
  fc.record({
    name: someText,
    kana: someText,
    relation: fc.constantFrom(...relations, undefined),
    sharesAddress: fc.constantFrom(true, false, undefined),
    postalCode: someText,
    address: someText,
    phone: someText,
    attends: fc.constantFrom(true, false, undefined),
  }),
);

const anyStay = fc.record({
  status: fc.constantFrom(...residentStatuses, undefined),
  term: fc.constantFrom(...stayTerms, undefined),
  endDigits: fc.constantFrom('20280401', '20261201', '20261119', '2028', ''),
});

const anyAnswers = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...conditions), fc.boolean()), { selector: ([condition]) => condition })
  .map((answers) => Object.fromEntries(answers));

/** Any identity check; a complete one among them often. */
export const anyIdentity: fc.Arbitrary<IdentityEntry> = fc.record({
  documents: fc.array(fc.constantFrom(...usualDocuments.map(({ id }) => id), 'unknownDocument'), { maxLength: 4 }),
  isExtraCheckDone: fc.boolean(),
  papers: fc.subarray([...papers]),
  answers: fc.oneof(fc.constant(mailableAnswers), anyAnswers),
});

/** Any draft, at any stage of being filled in. */
export const anyDraft: fc.Arbitrary<Draft> = fc.record({
  applicationId: fc.constantFrom(sampleApplicationId, undefined),
  applicationIdSource: fc.constantFrom('scanned' as const, 'typed' as const, undefined),
  birthCalendar: fc.constantFrom(...calendars),
  birthDigits: someDigits,
  method: fc.constantFrom(...methods),
  kind: fc.constantFrom(...kinds),
  kindReason: fc.constantFrom(...allKindReasons, undefined),
  isFaceAuthentication: fc.boolean(),
  circumstances: fc.subarray([...circumstances]),
  applicant: anyApplicant,
  stay: anyStay,
  braille: fc.oneof(someText, fc.string({ maxLength: 30 })),
  representative: anyRepresentative,
  identity: anyIdentity,
  destination: fc.constantFrom(otherMunicipality, undefined),
  declinedCertificates: fc.subarray([...certificateNames]),
  contactName: fc.string({ maxLength: 100 }),
  contactMail: fc.oneof(fc.constantFrom('', 'taro@mihon.example', 'taro@'), fc.string()),
  photo: fc.constantFrom(photo, undefined),
});
