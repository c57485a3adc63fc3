import { create } from 'zustand';
import type { Opening } from '../../domain/campaign/opening';
import type { Figures } from '../../domain/counts/daily-count';
import type { WorkNotice } from '../../domain/submission/work-limits';
import type { Configuration } from '../../protocol/configuration';
import type { Entry } from '../../queue/entry';
import type { VoidFigures } from '../../queue/voids/void-store';
import type { StationRecord } from '../../queue/station-store';
import type { DeliveryState } from '../../sync/delivery-state';

/** `faultCode` names what keeps the tablet from working at all; shown with "call staff". */
export type Stage = 'starting' | 'enrolling' | 'pending' | 'ready' | 'fault';

/** What this tablet is and how its queue stands: read-only projections of the queue and the configuration. */
export interface Tablet {
  readonly stage: Stage;
  readonly faultCode: string | undefined;
  readonly station: StationRecord | undefined;
  readonly configuration: Configuration | undefined;
  /** Over the whole queue. */
  readonly figures: Figures;
  /** Of the opening that is signed in. */
  readonly openingFigures: Figures;
  /** Voids, over the whole queue. */
  readonly voids: VoidFigures;
  readonly lastEntry: Entry | undefined;
  readonly delivery: DeliveryState;
  /** Made by staff on this tablet. */
  readonly adHocOpenings: readonly Opening[];
  readonly isOnline: boolean;
  /** Whether the browser promised to keep the storage; undefined until asked. */
  readonly isStorageKept: boolean | undefined;
  /** Whether the app itself is on this tablet and opens without a network; undefined until that is known. */
  readonly isShellKept: boolean | undefined;
  readonly isUpdateWaiting: boolean;
  /** The server says that the office revoked this station; what it seals is held until a clerk decides. */
  readonly isRevoked: boolean;
  /** What stands against beginning the next application, or soon will. */
  readonly workNotices: readonly WorkNotice[];
}

export const noFigures: Figures = { sealed: 0, waiting: 0, refused: 0, removed: 0, delivered: 0, voided: 0 };

export const useTablet = create<Tablet>()(() => ({
  stage: 'starting',
  faultCode: undefined,
  station: undefined,
  configuration: undefined,
  figures: noFigures,
  openingFigures: noFigures,
  voids: { voided: 0, waiting: 0, refused: 0 },
  lastEntry: undefined,
  delivery: { phase: 'idle', reason: null, nextAttemptAtMs: null, lastDeliveryAtMs: null },
  adHocOpenings: [],
  isOnline: true,
  isStorageKept: undefined,
  isShellKept: undefined,
  isUpdateWaiting: false,
  isRevoked: false,
  workNotices: [],
}));

/** The signed configuration. Only for screens that are shown once there is one. */
export function useConfiguration(): Configuration {
  const configuration = useTablet((tablet) => tablet.configuration);
  if (!configuration) throw new Error('no configuration');
  return configuration;
}

/** 要確認: envelopes and voids that the server did not take. */
export function useRefusedCount(): number {
  return useTablet(({ figures, voids }) => figures.refused + voids.refused);
}

/** Whether no new application may be begun: it might not be kept safely. */
export function isWorkStopped({ workNotices }: Pick<Tablet, 'workNotices'>): boolean {
  return workNotices.some(({ isStop }) => isStop);
}
