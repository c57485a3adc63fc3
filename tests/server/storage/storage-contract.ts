import { describe } from 'vitest';
import type { Storage } from '../../../src/server/storage/storage';
import { auditContract } from './audit-contract';
import { configurationContract } from './configuration-contract';
import { enrolmentContract } from './enrolment-contract';
import { envelopeContract } from './envelope-contract';
import { envelopeLifeContract } from './envelope-life-contract';
import { municipalityContract } from './municipality-contract';
import { voidContract } from './void-contract';
import { rosterContract } from './roster-contract';

/** One database, made empty for each test; opened again it holds what was written. */
export interface StorageHarness {
  /** Called first in each test: an empty database. */
  makeEmpty(): Promise<void>;
  /** Opens the database of this test; several may be open at once, as on several nodes. Closed when the test ends. */
  open(): Promise<Storage>;
  /** What a bad disk does to an envelope: other bytes in the place of its own, or none. */
  damageBytes(envelopeId: string, bytes: Uint8Array | undefined): Promise<void>;
}

/** What every implementation of Storage must do. */
export function describeStorage(name: string, harness: StorageHarness): void {
  describe(`${name} keeps the storage contract`, () => {
    municipalityContract(harness);
    enrolmentContract(harness);
    configurationContract(harness);
    envelopeContract(harness);
    voidContract(harness);
    envelopeLifeContract(harness);
    rosterContract(harness);
    auditContract(harness);
  });
}
