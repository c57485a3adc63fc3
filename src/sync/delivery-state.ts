/** Why delivery is not moving, in words a status line can show. */
export const restReasons = [
  /** The tablet says that it has no network. */
  'offline',
  /** There is a network, and no answer. */
  'unreachable',
  /** Something answered that is not our server: a captive portal, a proxy's page. */
  'notOurServer',
  /** The server asks to come back later. */
  'serverBusy',
  'serverFull',
  'serverFailed',
  'stationUnknown',
  /** An answer without a receipt that holds for the envelope. */
  'receiptInvalid',
  /** There is no verified configuration: the server's keys are not known. */
  'notConfigured',
  /** The sealed bytes or the queue could not be read on this tablet. */
  'queueUnreadable',
] as const;
export type RestReason = (typeof restReasons)[number];

/** What the kiosk shows of delivery. */
export interface DeliveryState {
  readonly phase: 'idle' | 'sending' | 'resting';
  /** Null unless resting. */
  readonly reason: RestReason | null;
  /** When it tries again by itself, by the tablet's clock; null unless resting. */
  readonly nextAttemptAtMs: number | null;
  /** When a receipt was last verified; null before the first one. */
  readonly lastDeliveryAtMs: number | null;
}

/** The delivery of this tab. Never rejects: what goes wrong is state. */
export interface Delivery {
  /** Begins a session: interrupted envelopes go back to waiting, then the oldest is sent. */
  start(): void;
  /** Ends it; what is being sent is cut off and waits again. */
  stop(): Promise<void>;
  /** By hand: tries now, whatever it was resting for. */
  nudge(): void;
  /** The server was restored: asks at the next moment what it lacks. */
  noteRestored(): void;
  state(): DeliveryState;
  /** Called after every change; returns how to stop listening. */
  subscribe(listener: (state: DeliveryState) => void): () => void;
}
