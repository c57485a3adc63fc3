import { describe, expect, it } from 'vitest';
import { hasIdentityCheck, methods, methodsFor, usualMethod } from '../../../src/domain/campaign/method';

describe('methods', () => {
  it('with an identity check are the two whose card is mailed', () => {
    expect(methods.filter(hasIdentityCheck)).toEqual(['verifyAtApplication', 'visitingReception']);
  });

  it('are offered where they end in an application, and to a resident alone where nobody need look at documents', () => {
    expect(methodsFor('assisted')).toEqual(methods.filter((method) => method !== 'photoOnly'));
    expect(methodsFor('selfService')).toEqual(['collectAtOffice', 'applicationSupport']);
  });

  it("are usually the opening's, unless the channel cannot run it", () => {
    for (const method of methodsFor('assisted')) expect(usualMethod(method, 'assisted')).toBe(method);
    expect(usualMethod('visitingReception', 'selfService')).toBe('collectAtOffice');
    expect(usualMethod('applicationSupport', 'selfService')).toBe('applicationSupport');
    expect(usualMethod('photoOnly', 'assisted')).toBe('collectAtOffice');
  });
});
