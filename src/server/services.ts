import type { Logger } from 'pino';
import type { ReceiptKeys } from './receipt-keys';
import type { Storage } from './storage/storage';

/** What the app is made of. Everything that differs between a test, one machine and many nodes comes in here. */
export interface Services {
  readonly storage: Storage;
  readonly receiptKeys: ReceiptKeys;
  readonly webFolder: string;
  /** IP address of the proxy whose X-Forwarded-For is believed. */
  readonly trustedProxy: string | undefined;
  readonly isTls: boolean;
  readonly nowMs: () => number;
  readonly logger: Logger;
}
