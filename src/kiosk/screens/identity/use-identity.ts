import { identityOf, isFaceAuthenticationChosen } from '../../../domain/application/draft-facts';
import type { IdentityReading, IdentityRules } from '../../../domain/identity/identity-check';
import type { IdentityEntry } from '../../../domain/identity/identity-entry';
import { useOfficeRules } from '../../session/office-rules';
import { useSession } from '../../session/session-store';

interface Identity {
  readonly entry: IdentityEntry;
  readonly rules: IdentityRules;
  readonly reading: IdentityReading;
  readonly isFaceAuthentication: boolean;
}

/** The identity check of the application on screen; undefined where there is none. */
export function useIdentity(): Identity | undefined {
  const { draft, opening } = useSession();
  const rules = useOfficeRules();
  if (!draft || !opening) return undefined;
  return {
    entry: draft.identity,
    rules: rules.identity,
    reading: identityOf(draft, opening.day, rules),
    isFaceAuthentication: isFaceAuthenticationChosen(draft, opening.day),
  };
}
