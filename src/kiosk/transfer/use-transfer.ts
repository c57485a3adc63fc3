import { useEffect, useRef, useState } from 'react';
import { useServices } from '../tablet/tablet-services';
import { findSaveWay, handOver, openTarget, type PartTarget } from './part-target';
import type { TransferDesk, TransferPlan } from './transfer-desk';

/**
 * How one part stands:
 *
 *   ready ─▶ writing ─▶ saved (picker)
 *     ▲        │  └───▶ packed ─▶ handedOver (share sheet) or started (download)
 *     └────────┴─ cancelled, notSaved
 */
export type PartState =
  | { readonly kind: 'ready' | 'saved' | 'handedOver' | 'started' | 'notSaved' }
  | { readonly kind: 'writing'; readonly done: number }
  | { readonly kind: 'packed'; readonly file: File };

export interface Transfer {
  readonly desk: TransferDesk;
  readonly plan: TransferPlan;
  readonly lastGivenAtMs: number | null;
}

export interface TransferControl {
  /** Undefined while it is read. */
  readonly transfer: Transfer | undefined;
  readonly parts: readonly PartState[];
  /** Items whose bytes could not be read, so that no part holds them. */
  readonly leftOut: number;
  readonly isBusy: boolean;
  readonly save: (part: number, name: string) => void;
  /** Share sheet or download of a packed part. */
  readonly give: (part: number) => void;
  readonly cancel: () => void;
  /** Reads the queue again: after receipts fewer wait. */
  readonly reload: () => void;
}

const way = findSaveWay;

/** Saves the queue part by part, as far as the device says it is saved. */
export function useTransfer(): TransferControl {
  const { transfer, reload } = usePlan();
  const [states, setStates] = useState<States>({ plan: undefined, parts: new Map(), leftOut: 0 });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const isOfPlan = states.plan === transfer?.plan;
  const known = isOfPlan ? states.parts : undefined;
  const stateOf = (part: number): PartState => known?.get(part) ?? { kind: 'ready' };
  const parts = transfer?.plan.parts.map((_, part) => stateOf(part)) ?? [];

  const show = (part: number, state: PartState, leftOut = 0): void =>
    setStates((before) => changed(before, transfer?.plan, { part, state, leftOut }));
  const save = async (part: number, name: string): Promise<void> => {
    if (!transfer) return;
    const end = new AbortController();
    running.current = end;
    const onMoved = (done: number, leftOut: number): void => show(part, { kind: 'writing', done }, leftOut);
    show(part, await writeTo(transfer, { part, name, signal: end.signal, onMoved }));
  };
  const give = async (part: number): Promise<void> => {
    const state = stateOf(part);
    const given = state.kind === 'packed' ? await handOver(way(), state.file).catch(() => 'notSaved' as const) : undefined;
    if (given && given !== 'notSaved') await transfer?.desk.noteGiven();
    if (given) show(part, { kind: given });
  };
  return {
    transfer,
    parts,
    leftOut: isOfPlan ? states.leftOut : 0,
    isBusy: parts.some(({ kind }) => kind === 'writing'),
    save: (part, name) => void save(part, name),
    give: (part) => void give(part),
    cancel: () => running.current?.abort(),
    reload,
  };
}

/** How the parts of one plan stand; another plan begins anew. */
interface States {
  readonly plan: TransferPlan | undefined;
  readonly parts: ReadonlyMap<number, PartState>;
  readonly leftOut: number;
}

function changed(
  { plan: before, parts, leftOut }: States,
  plan: TransferPlan | undefined,
  moved: { readonly part: number; readonly state: PartState; readonly leftOut: number },
): States {
  const isSame = before === plan;
  const known = isSame ? parts : new Map<number, PartState>();
  const left = (isSame ? leftOut : 0) + moved.leftOut;
  return { plan, parts: new Map(known).set(moved.part, moved.state), leftOut: left };
}

function usePlan(): { readonly transfer: Transfer | undefined; readonly reload: () => void } {
  const { openTransfer } = useServices();
  const [transfer, setTransfer] = useState<Transfer>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void readPlan(openTransfer).then((read) => {
      if (isWanted) setTransfer(read);
    });
    return () => {
      isWanted = false;
    };
  }, [openTransfer, asked]);
  return { transfer, reload: () => setAsked((before) => before + 1) };
}

async function readPlan(openTransfer: () => Promise<TransferDesk>): Promise<Transfer> {
  const desk = await openTransfer();
  return { desk, plan: await desk.plan(), lastGivenAtMs: await desk.lastGivenAtMs() };
}

interface Writing {
  readonly part: number;
  readonly name: string;
  readonly signal: AbortSignal;
  /** One item more: how many are in the file, and whether this one had to be left out. */
  readonly onMoved: (done: number, leftOut: number) => void;
}

async function writeTo({ desk, plan }: Transfer, writing: Writing): Promise<PartState> {
  let target: PartTarget | undefined;
  try {
    target = await openTarget(way(), writing.name);
    if (!target) return { kind: 'ready' };
    let done = 0;
    for await (const chunk of desk.write(plan, writing.part)) {
      if (writing.signal.aborted) {
        await target.abort();
        return { kind: 'ready' };
      }
      if (chunk.kind === 'bytes') await target.write(chunk.bytes);
      if (chunk.kind === 'packed') done += 1;
      if (chunk.kind !== 'bytes') writing.onMoved(done, chunk.kind === 'leftOut' ? 1 : 0);
    }
    const ended = await target.close();
    if (ended.kind === 'saved') await desk.noteGiven();
    return ended;
  } catch {
    await target?.abort();
    return { kind: 'notSaved' };
  }
}
