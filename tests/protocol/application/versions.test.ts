import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inThisVersion } from '../../../src/protocol/application/versions';
import { applicationDocumentSchema } from '../../../src/protocol/application-document';
import { wireLimits } from '../../../src/protocol/limits';
import { sampleDocument, samplePhotoDocument } from '../../support/sample-application';
import { hardNames } from '../../support/applications/hard-names';
import { wholeDocument } from '../../support/applications/whole-document';

/** Members that came with version 3. */
const thirdVersion = [
  'kindReason',
  'isFaceAuthentication',
  'applicant',
  'isAdultWard',
  'representative',
  'foreignResident',
  'isFromAbroad',
  'braille',
  'identityCheck',
];

function asWritten(version: 1 | 2): Record<string, unknown> {
  const members = Object.entries(sampleDocument()).filter(([name]) => !thirdVersion.includes(name));
  const { report, ...photo } = samplePhotoDocument();
  return { ...Object.fromEntries(members), schemaVersion: version, photo: version === 1 ? photo : { ...photo, report } };
}

describe('an application of an earlier version', () => {
  it('opens: of the second, with all that it said and nothing that it did not ask', () => {
    expect(applicationDocumentSchema.parse(inThisVersion(asWritten(2)))).toEqual(sampleDocument());
  });

  it('opens: of the first, its photo without a report', () => {
    const { report: _none, ...photo } = samplePhotoDocument();
    const read = applicationDocumentSchema.parse(inThisVersion(asWritten(1)));
    expect(read).toEqual(sampleDocument({ photo: { ...photo, report: null } }));
  });

  it('never loses what a newer member would overwrite, and is refused where it holds something unknown', () => {
    const odd = { ...asWritten(2), braille: 'ミホン' };
    expect(inThisVersion(odd)).toMatchObject({ braille: 'ミホン', schemaVersion: 3 });
    expect(applicationDocumentSchema.safeParse(inThisVersion({ ...asWritten(2), extra: 1 })).success).toBe(false);
  });

  it('is left alone where it is of no version known', () => {
    for (const json of [{ schemaVersion: 4, photo: null }, { schemaVersion: '2' }, null, 1, 'x', []]) {
      expect(inThisVersion(json)).toEqual(json);
    }
  });
});

describe('an application in which everything is said', () => {
  it('is read back as it was written', () => {
    const document = wholeDocument();
    expect(applicationDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  it('keeps every name byte for byte', () => {
    const whole = wholeDocument();
    const name = fc.oneof(fc.constantFrom(...hardNames), fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }));
    fc.assert(
      fc.property(name, (written) => {
        fc.pre(written.length <= 300);
        const applicant = { ...whole.applicant, name: written, alias: written };
        const bytes = new TextEncoder().encode(JSON.stringify({ ...whole, applicant }));
        const read = applicationDocumentSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
        expect(read.applicant).toEqual(applicant);
      }),
    );
  });

  it('fits its limit with the longest of everything', () => {
    const long = '葛\u{E0100}'.repeat(75);
    const { representative, applicant } = wholeDocument();
    const document = wholeDocument({
      applicant: { ...applicant, name: long, kana: long, formerName: long, alias: long, address: long },
      representative: representative && { ...representative, name: long, kana: long, address: long },
    });
    expect(new TextEncoder().encode(JSON.stringify(document, null, 2)).byteLength).toBeLessThan(wireLimits.applicationJsonBytes);
  });

  it('has no place for a document’s number or a PIN', () => {
    const { identityCheck } = wholeDocument();
    const [shown] = identityCheck?.documents ?? [];
    const withNumber = { ...identityCheck, documents: [{ ...shown, number: '1' }] };
    expect(applicationDocumentSchema.safeParse({ ...wholeDocument(), identityCheck: withNumber }).success).toBe(false);
    const withPin = { ...identityCheck, pin: '0000' };
    expect(applicationDocumentSchema.safeParse({ ...wholeDocument(), identityCheck: withPin }).success).toBe(false);
  });
});
