import type { AuditChain } from './audit';
import type { ConfigurationStore } from './configuration-store';
import type { EnrolmentStore } from './enrolment-store';
import type { EpochStore } from './epoch-store';
import type { EnvelopeStore } from './envelope-store';
import type { VoidStore } from './void-store';
import type { MunicipalityStore } from './municipality-store';
import type { RosterStore } from './roster-store';

/**
 * Everything the server remembers. One implementation per database; all must pass the same contract suite.
 *
 * Guarantees of every implementation:
 * - A write that resolved is durable: it survives the loss of the process and of the machine's power.
 * - A write that rejected left nothing behind. A write whose process died left all of it or nothing.
 * - Every write appends its audit events in the same transaction, in one chain per municipality.
 * - Writes of one municipality take effect one after the other; each sees all before it.
 * - Every question and write names its municipality. Only the `…Of` questions of MunicipalityStore do not:
 *   they are how a request finds out whose it is.
 * - Rejects with StorageFailure (`full`, `unavailable`) and with nothing else but a broken invariant.
 */
export interface Storage {
  readonly municipalities: MunicipalityStore;
  readonly enrolments: EnrolmentStore;
  readonly configurations: ConfigurationStore;
  readonly envelopes: EnvelopeStore;
  readonly voids: VoidStore;
  readonly epochs: EpochStore;
  readonly rosters: RosterStore;
  readonly audit: AuditChain;
  /** Whether it answers and would take a write now; a disk that is full shows only when written to. Never rejects. */
  isUsable(): Promise<boolean>;
  /** Ends all use; every later call rejects. */
  close(): Promise<void>;
}
