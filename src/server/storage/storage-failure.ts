export type StorageFailureReason = 'full' | 'unavailable';

/** The one way in which storage fails: no room for more, or not answering. The write did not happen. */
export class StorageFailure extends Error {
  readonly reason: StorageFailureReason;

  constructor(reason: StorageFailureReason, options?: ErrorOptions) {
    super(`storage ${reason}`, options);
    this.reason = reason;
  }
}
