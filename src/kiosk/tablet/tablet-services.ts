import { createContext, useContext } from 'react';
import type { EarlierApplication } from '../../domain/application/duplicate';
import type { ApplicationId } from '../../domain/form/application-id';
import type { Entry } from '../../queue/entry';
import type { Opening } from '../../domain/campaign/opening';
import type { Day } from '../../domain/calendar/day';
import type { PostalFinding } from '../../domain/postal/postal-address';
import type { RemovalReason } from '../../domain/submission/removal';
import type { TransferDesk } from '../transfer/transfer-desk';
import type { VoidDesk } from '../voiding/void-application';
import type { RosterStore } from '../../queue/rosters/roster-store';
import type { SealedEnvelope } from '../../sealing/seal';
import type { ConfirmResult } from '../confirm/confirm-application';
import type { FileSeal } from '../confirm/file/file-seal';

export type EnrolProblem =
  | 'codeMalformed'
  | 'codeUnknown'
  | 'codeUsed'
  | 'codeExpired'
  | 'tooManyAttempts'
  | 'keyMismatch'
  | 'offline'
  | 'unreachable'
  | 'notOurServer'
  | 'failed';

export type RefreshOutcome = 'updated' | 'unchanged' | 'pending' | 'revoked' | 'altered' | 'unreachable' | 'notStored';

export type PinOutcome =
  | { readonly kind: 'correct' }
  /** `wait`: not compared at all, too many were wrong. `failed`: the tablet could not compare. */
  | { readonly kind: 'wrong' | 'wait' | 'failed'; readonly waitUntilMs: number };

/** What screens can ask of the tablet. One implementation, made by the composition root. */
export interface TabletServices {
  /** Enrols by a scanned or typed code; undefined where it went well and the tablet is pending. */
  readonly enrol: (codeText: string) => Promise<EnrolProblem | undefined>;
  /** Asks the server for a newer configuration and takes it when it is the office's. */
  readonly refreshConfiguration: () => Promise<RefreshOutcome>;
  /** Forgets a pending enrolment so that another code can be used. */
  readonly enrolAgain: () => void;
  /** Whether a PIN is that of one of these verifiers; slows guessing down. */
  readonly checkPin: (pin: string, verifiers: readonly string[]) => Promise<PinOutcome>;
  /** Applications with this ID on this tablet, or at the server as far as it answers; none where that is not known. */
  readonly findEarlier: (applicationId: ApplicationId, where: 'here' | 'atServer') => Promise<readonly EarlierApplication[]>;
  /** Seals the application on screen and puts it in the queue; `reserved` where its number is reserved already. */
  readonly confirm: (consentGivenAtMs: number, reserved?: SealedEnvelope) => Promise<ConfirmResult>;
  /** The way into a file for what the queue has no room for. */
  readonly openFileSeal: (sealed: SealedEnvelope) => Promise<FileSeal>;
  readonly sendNow: () => void;
  readonly listRefused: () => Promise<readonly Entry[]>;
  /** Lets a refused application wait again, and tries to send now. */
  readonly sendAgain: (envelopeId: string) => Promise<void>;
  /** Takes a refused application off the tablet for good; false where it could not, or was refused no longer. */
  readonly removeRefused: (envelopeId: string, reason: RemovalReason, attendantId: string) => Promise<boolean>;
  readonly countRowsOn: (day: Day) => Promise<readonly Entry[]>;
  /** The queue's way out as files, and the receipts' way in. */
  readonly openTransfer: () => Promise<TransferDesk>;
  /** What was made in error, by reception number. */
  readonly openVoids: () => Promise<VoidDesk>;
  /** Sealed rosters on this tablet. */
  readonly rosters: RosterStore;
  /** Keeps an opening that staff made on this tablet. */
  readonly keepAdHocOpening: (opening: Opening) => Promise<void>;
  readonly rememberOpening: (openingId: string) => void;
  readonly lastOpeningId: () => Promise<string | null>;
  /** What seven digits of a postal code stand for, of the list on the tablet: no network is asked. */
  readonly findPostalAddresses: (digits: string) => Promise<PostalFinding>;
  /** Lets the waiting version take over; only between applicants. False where another tab serves somebody: nothing was done. */
  readonly applyUpdate: () => Promise<boolean>;
}

const ServicesContext = createContext<TabletServices | undefined>(undefined);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): TabletServices {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('services are provided at the root');
  return services;
}
