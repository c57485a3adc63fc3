export type UpkeepFailureCode =
  | 'file-missing'
  | 'no-database'
  | 'backup-exists'
  | 'backup-not-made'
  | 'backup-damaged'
  | 'backup-other-version'
  | 'server-running'
  | 'restore-failed';

/** Why a backup was not made, looked through or restored; nothing was changed. One line for the person who asked. */
export class UpkeepFailure extends Error {
  readonly code: UpkeepFailureCode;

  constructor(code: UpkeepFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
