import { type ProblemCode, problemTable } from '../protocol/problem';

/** Everything for which a command stops: stable codes, shown in brackets before the plain words. */
export const failureCodes = [
  'folder-unwritable',
  'file-missing',
  'file-unreadable',
  'file-not-written',
  'setting-invalid',
  'not-set-up',
  'already-set-up',
  'identity-unreadable',
  'passphrase-needed',
  'passphrase-wrong',
  'configuration-unverified',
  'configuration-newer',
  'server-unreachable',
  'server-refused',
  'server-answer-invalid',
  'no-free-station-code',
  'station-not-found',
  'station-ambiguous',
  'station-key-mismatch',
  'fingerprint-unknown',
  'fingerprint-different',
  'envelope-not-found',
  'not-interactive',
  'backup-damaged',
  'envelope-not-held',
  'roster-unreadable',
  'opening-not-found',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** Ends a command with one line for a person to act on, and exit code 1. */
export class CommandFailure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The server said no, with the code of its problem. */
export class ServerRefusal extends CommandFailure {
  readonly problem: ProblemCode;

  constructor(problem: ProblemCode) {
    super('server-refused', `The server refused: ${problemTable[problem].title} (${problem}).`);
    this.problem = problem;
  }
}

/** The system's own code of an I/O error (`ENOENT`, `EACCES` …); undefined for other errors. */
export function findSystemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
