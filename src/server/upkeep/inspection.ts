import type { MunicipalityCode } from '../../domain/campaign/municipality';
import type { StationCode } from '../../domain/submission/station-code';

/** What can be wrong with what a server holds. */
export type FaultKind =
  | 'databaseDamaged'
  | 'auditBroken'
  | 'eventMissing'
  | 'stepUntold'
  | 'envelopeMissing'
  | 'voidMissing'
  | 'manifestAltered'
  | 'receiptAltered'
  | 'bytesMissing'
  | 'bytesAltered'
  | 'bytesLeft'
  | 'purgedBeforeDone'
  | 'voidAltered';

export interface Fault {
  readonly kind: FaultKind;
  /** An envelope's id, "void of" one, a municipality and position, or a part and SQLite's own words. */
  readonly where: string;
}

/** Sequence numbers of a station that are not here, though a later one is: still on the tablet, or lost. */
export interface Gap {
  readonly stationId: string;
  readonly stationCode: StationCode | undefined;
  readonly from: number;
  readonly to: number;
}

export interface Inspection {
  readonly municipalities: readonly {
    readonly code: MunicipalityCode;
    readonly envelopes: number;
    readonly purged: number;
    readonly held: number;
    readonly auditEvents: number;
    /** To be compared with receipts and printed reports: an audit cut at its end shows nowhere else. */
    readonly auditHead: string;
  }[];
  readonly epoch: { readonly number: number; readonly id: string };
  readonly faults: readonly Fault[];
  readonly gaps: readonly Gap[];
}

/** The gaps below the highest of a station's sequence numbers, which come in order. */
export function gapsIn(sequences: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let expected = 1;
  for (const sequence of sequences) {
    if (sequence > expected) gaps.push({ from: expected, to: sequence - 1 });
    expected = sequence + 1;
  }
  return gaps;
}
