import { expect, it } from 'vitest';
import { methodsFor } from '../../../src/domain/campaign/method';
import { touchpointDefaults, touchpoints } from '../../../src/domain/campaign/touchpoint';

it('proposes a method that an attendant can run, for each touchpoint', () => {
  const methods = touchpoints.map((touchpoint) => touchpointDefaults[touchpoint].method);
  expect(methods.filter((method) => !methodsFor('assisted').includes(method))).toEqual([]);
  expect(touchpointDefaults.company.method).toBe('visitingReception');
  expect(touchpointDefaults.healthCheck.method).toBe('verifyAtApplication');
  expect(touchpoints.filter((touchpoint) => touchpointDefaults[touchpoint].isFamilyExpected)).toEqual([
    'birthRegistration',
    'infantCheck',
    'childMedicalAid',
    'nurseryApplication',
  ]);
});
