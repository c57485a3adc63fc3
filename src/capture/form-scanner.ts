import type { ApplicationId } from '../domain/form/application-id';
import { type FormQrReading, readFormQr } from '../domain/form/form-qr';
import { afterReading, type CodeConsensus, findAgreed, noConsensus } from './code-consensus';

/** What the payloads read so far say; `undecided` until two in a row agree on an application ID. */
export type FormScanReading = FormQrReading | { readonly kind: 'undecided' };

/**
 * Makes the reader of a form's code for one form. Give it every payload in the order of reading; it keeps an
 * application ID until the next payload, and of anything else only that it was no form's code.
 */
export function makeFormReader(allowedHosts: readonly string[]): (payload: string) => FormScanReading {
  let consensus: CodeConsensus<ApplicationId> = noConsensus;
  return (payload) => {
    const reading = readFormQr(payload, allowedHosts);
    if (reading.kind !== 'applicationId') {
      consensus = noConsensus;
      return reading;
    }
    consensus = afterReading(consensus, reading.applicationId);
    return findAgreed(consensus) ? reading : { kind: 'undecided' };
  };
}
