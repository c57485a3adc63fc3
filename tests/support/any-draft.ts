import fc from 'fast-check';
import type { Draft } from '../../src/domain/application/draft';
import type { Calendar } from '../../src/domain/calendar/birth-date-entry';
import { eraNames } from '../../src/domain/calendar/era';
import { kinds } from '../../src/domain/campaign/kind';
import { methods } from '../../src/domain/campaign/method';
import { certificateNames } from '../../src/domain/rules/certificate-rule';
import { sampleApplicationId, samplePhoto } from './sample-application';
import { sampleJpeg } from './sample-jpeg';

const calendars: readonly Calendar[] = ['western', ...eraNames];
/** Few bytes, so that a counterexample can be read. */
const photo = samplePhoto({ bytes: sampleJpeg({ byteLength: 60 }) });

/** Digits of infants, children and adults as of {@link sampleDay}, unfinished and impossible ones among them. */
const someDigits = fc.oneof(
  fc.constantFrom('20260401', '20251121', '20120101', '19700321', '450321', ''),
  fc.stringMatching(/^\d{0,8}$/),
);

/** Any draft, at any stage of being filled in. */
export const anyDraft: fc.Arbitrary<Draft> = fc.record({
  applicationId: fc.constantFrom(sampleApplicationId, undefined),
  applicationIdSource: fc.constantFrom('scanned' as const, 'typed' as const, undefined),
  birthCalendar: fc.constantFrom(...calendars),
  birthDigits: someDigits,
  method: fc.constantFrom(...methods),
  kind: fc.constantFrom(...kinds),
  declinedCertificates: fc.subarray([...certificateNames]),
  contactName: fc.string({ maxLength: 100 }),
  contactMail: fc.oneof(fc.constantFrom('', 'taro@mihon.example', 'taro@'), fc.string()),
  photo: fc.constantFrom(photo, undefined),
});
