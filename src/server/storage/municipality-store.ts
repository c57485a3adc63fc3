import type { MunicipalityCode } from '../../domain/campaign/municipality';
import type { PublicKey } from '../../protocol/fields';

/** A municipality served here. */
export interface Municipality {
  readonly code: MunicipalityCode;
  /** Pinned: whatever the server tells stations must be signed by this key, which the office holds. */
  readonly configurationKey: PublicKey;
}

export interface Provisioning extends Municipality {
  /** SHA-256 (base64url) of the administrator's token. */
  readonly administratorTokenDigest: string;
}

export type ProvisioningOutcome =
  /** New here, or the administrator's token was replaced. */
  | { readonly kind: 'provisioned' }
  | { readonly kind: 'unchanged' }
  /** The municipality is here with another configuration key; nothing was changed. */
  | { readonly kind: 'otherConfigurationKey' };

/** Who is served here, and whose a request is. */
export interface MunicipalityStore {
  /** Adds a municipality; again with another token replaces the token. */
  provision(provisioning: Provisioning, nowMs: number): Promise<ProvisioningOutcome>;
  find(code: MunicipalityCode): Promise<Municipality | undefined>;
  list(): Promise<readonly Municipality[]>;
  /** Whose administrator holds the token of this digest. */
  findOfAdministrator(tokenDigest: string): Promise<Municipality | undefined>;
  /** Whose enrolment code this is. */
  findOfEnrolmentCode(codeId: string): Promise<Municipality | undefined>;
}
