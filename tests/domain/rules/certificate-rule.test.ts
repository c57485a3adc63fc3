import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar/day';
import { canHaveCertificate, certificateWishes } from '../../../src/domain/rules/certificate-rule';

const birthDate = dayOf('2011-11-21');
const dayBefore15 = dayOf('2026-11-20');
const on15 = dayOf('2026-11-21');

describe('certificates', () => {
  it('of signature are not issued under 15', () => {
    expect(canHaveCertificate('signature', birthDate, dayBefore15)).toBe(false);
    expect(canHaveCertificate('signature', birthDate, on15)).toBe(true);
    expect(canHaveCertificate('userAuthentication', birthDate, dayBefore15)).toBe(true);
  });

  it('are issued unless declined', () => {
    expect(certificateWishes([], birthDate, on15)).toEqual({ signature: 'issue', userAuthentication: 'issue' });
    expect(certificateWishes(['signature'], birthDate, on15)).toEqual({ signature: 'declined', userAuthentication: 'issue' });
    expect(certificateWishes(['userAuthentication'], birthDate, on15)).toEqual({
      signature: 'issue',
      userAuthentication: 'declined',
    });
  });

  it('cannot be declined where the law gives none', () => {
    expect(certificateWishes([], birthDate, dayBefore15)).toEqual({ signature: 'notIssued', userAuthentication: 'issue' });
    expect(certificateWishes(['signature', 'userAuthentication'], birthDate, dayBefore15)).toEqual({
      signature: 'notIssued',
      userAuthentication: 'declined',
    });
  });
});
