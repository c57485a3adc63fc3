import { defaultOfficeRules, type OfficeRules } from '../../domain/campaign/office-rules';
import type { Configuration } from '../../protocol/configuration';
import { useTablet } from '../tablet/tablet-store';

/** What this municipality decides about applications; the product's own rules where its configuration says nothing. */
export function officeRules(): OfficeRules {
  return rulesOf(useTablet.getState().configuration);
}

export function useOfficeRules(): OfficeRules {
  return rulesOf(useTablet((tablet) => tablet.configuration));
}

function rulesOf(configuration: Configuration | undefined): OfficeRules {
  const { identity, editions, filingDays } = configuration?.applications ?? {};
  return {
    identity: identity ?? defaultOfficeRules.identity,
    partners: configuration?.partners ?? defaultOfficeRules.partners,
    editions: editions ?? defaultOfficeRules.editions,
    filingDays: filingDays ?? defaultOfficeRules.filingDays,
  };
}
