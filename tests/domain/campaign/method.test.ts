import { expect, it } from 'vitest';
import { hasIdentityCheck, methods, supportedMethods } from '../../../src/domain/campaign/method';

it('offers only methods that need no identity checklist and end in an application', () => {
  expect(methods.filter(hasIdentityCheck)).toEqual(['verifyAtApplication', 'visitingReception']);
  expect(supportedMethods).toEqual(['collectAtOffice', 'applicationSupport']);
});
