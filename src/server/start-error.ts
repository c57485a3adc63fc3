export type StartErrorCode =
  | 'insecure-host'
  | 'trusted-proxy-invalid'
  | 'tls-unreadable'
  | 'web-missing'
  | 'folder-not-writable'
  | 'not-provisioned'
  | 'other-configuration-key'
  | 'receipt-key-invalid'
  | 'database-unusable'
  | 'database-newer'
  | 'port-busy'
  | 'port-forbidden'
  | 'host-unknown';

/** Why the server does not start: a stable code, and one line for the person who started it. */
export class StartError extends Error {
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
