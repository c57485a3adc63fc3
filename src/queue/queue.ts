import type { ChangeChannel } from './change-channel';
import type { EntryChange } from './entry';
import type { QueueStore } from './queue-store';
import type { InFileStore } from './in-file/in-file-store';
import type { VoidStore } from './voids/void-store';

/** The queue as kiosk and delivery use it: the store, and word of every completed change. */
export interface Queue extends QueueStore {
  /**
   * Called after every completed change, in this tab or another. It tells only that something changed: read the
   * store again. Returns how to stop listening.
   */
  subscribe(listener: () => void): () => void;
}

/** Wraps a store so that listeners hear of each change once it is durable, and of none that did not happen. */
export function createQueue(store: QueueStore, channel: ChangeChannel): Queue {
  const listeners = new Set<() => void>();
  const tellThisTab = (): void => {
    // On its own: a listener that throws must not make a durable change look like a failed one.
    for (const listener of listeners) queueMicrotask(listener);
  };
  channel.listen(tellThisTab);

  const tellAfter = async <Result>(change: Promise<Result>, isNews: (result: Result) => boolean): Promise<Result> => {
    const result = await change;
    if (isNews(result)) {
      tellThisTab();
      channel.announce();
    }
    return result;
  };
  const afterEntry = (change: Promise<EntryChange>): Promise<EntryChange> => tellAfter(change, hasChanged);
  const always = (): boolean => true;

  return {
    ...store,
    append: (sealed) => tellAfter(store.append(sealed), ({ kind }) => kind === 'appended'),
    mark: (marks) => tellAfter(store.mark(marks), ({ sending, delivered }) => [...sending, ...delivered].some(hasChanged)),
    markWaiting: (envelopeIds) => tellAfter(store.markWaiting(envelopeIds), (changes) => changes.some(hasChanged)),
    markDeliveredByFile: (envelopeId, receipt) => afterEntry(store.markDeliveredByFile(envelopeId, receipt)),
    markRefused: (envelopeId, code) => afterEntry(store.markRefused(envelopeId, code)),
    remove: (envelopeId, removal) => afterEntry(store.remove(envelopeId, removal)),
    returnInterrupted: () => tellAfter(store.returnInterrupted(), (count) => count > 0),
    markLacking: (envelopeIds) => tellAfter(store.markLacking(envelopeIds), always),
    markSecured: (envelopeIds) => tellAfter(store.markSecured(envelopeIds), always),
    purge: (envelopeId) => afterEntry(store.purge(envelopeId)),
    voids: tellingVoids(store.voids, tellAfter),
    inFile: tellingInFile(store.inFile, tellAfter),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function hasChanged({ kind }: Pick<EntryChange, 'kind'>): boolean {
  return kind === 'changed';
}

type TellAfter = <Result>(change: Promise<Result>, isNews: (result: Result) => boolean) => Promise<Result>;

function tellingVoids(voids: VoidStore, tellAfter: TellAfter): VoidStore {
  return {
    ...voids,
    add: (made) => tellAfter(voids.add(made), ({ kind }) => kind === 'added'),
    addByOffice: (made) => tellAfter(voids.addByOffice(made), Boolean),
    markDelivered: (envelopeId, receipt) => tellAfter(voids.markDelivered(envelopeId, receipt), Boolean),
    markRefused: (envelopeId, code) => tellAfter(voids.markRefused(envelopeId, code), Boolean),
    markWaiting: (envelopeIds) => tellAfter(voids.markWaiting(envelopeIds), Boolean),
  };
}

function tellingInFile(inFile: InFileStore, tellAfter: TellAfter): InFileStore {
  return {
    reserve: (sealed) => tellAfter(inFile.reserve(sealed), ({ kind }) => kind === 'appended'),
    markSaved: (envelopeId, savedAtMs) => tellAfter(inFile.markSaved(envelopeId, savedAtMs), ({ kind }) => kind === 'changed'),
  };
}
