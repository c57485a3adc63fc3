import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf } from '../../src/queue/entry';
import type { QueueStore } from '../../src/queue/queue-store';
import type { SealedEnvelope } from '../../src/sealing/seal';
import { describeCounts } from './counts/counts-contract';
import { describeInFile } from './in-file/in-file-contract';
import { bytesIn, sealedSample } from './sealed-samples';
import { markDelivered, markSending } from './marks';

const removal = { reason: 'practice', attendantId: 'attendant-1', removedAtMs: 1_700_000_000_001 } as const;
const receipt = { receiptJws: 'header.receipt.signature', verifiedAtMs: 1_700_000_000_000 };

/** What every QueueStore must do; `open` gives an empty one. */
export function describeQueueStore(name: string, open: () => QueueStore): void {
  describe(`${name} keeps the promises of QueueStore`, () => {
    let store: QueueStore;
    beforeEach(() => {
      store = open();
    });
    const fill = async (count: number): Promise<SealedEnvelope[]> => {
      const sealed = Array.from({ length: count }, (_, index) => sealedSample(index + 1));
      for (const envelope of sealed) await store.append(envelope);
      return sealed;
    };
    const fillOne = async (): Promise<string> => (await fill(1))[0]?.manifest.envelopeId ?? '';
    const deliver = async (envelopeId: string): Promise<void> => {
      await markSending(store, [envelopeId]);
      await markDelivered(store, [{ envelopeId, ...receipt }]);
    };
    const context = { current: () => store, fill, fillOne, deliver };
    describeAppend(context);
    describeLife(context);
    describeCustody(context);
    describeLists(context);
    describeCounts(context);
    describeTags(context);
    describeInFile(context);
  });
}

export interface Context {
  readonly current: () => QueueStore;
  readonly fill: (count: number) => Promise<SealedEnvelope[]>;
  readonly fillOne: () => Promise<string>;
  readonly deliver: (envelopeId: string) => Promise<void>;
}

function describeAppend({ current, fill }: Context): void {
  it('gives numbers without gaps from 1', async () => {
    expect(await current().nextSequence()).toBe(1);
    await fill(3);
    expect(await current().nextSequence()).toBe(4);
  });

  it('keeps envelope and entry of what it took, byte for byte', async () => {
    const sealed = sealedSample(1);
    expect(await current().append(sealed)).toEqual({ kind: 'appended', entry: entryOf(sealed.manifest) });
    const stored = await current().readSealed(sealed.manifest.envelopeId);
    expect(stored?.manifestJws).toBe(sealed.manifestJws);
    expect(await bytesIn(current(), sealed.manifest.envelopeId)).toEqual(sealed.bytes);
  });

  it('stores only the envelope of bytes that are a view into a larger buffer', async () => {
    const whole = new Uint8Array(1000).fill(7);
    const sealed = { ...sealedSample(1), bytes: whole.subarray(100, 164) };
    await current().append(sealed);
    expect((await bytesIn(current(), sealed.manifest.envelopeId))?.byteLength).toBe(64);
  });

  it('takes one of two appends that race for a number, whole, and nothing of the other', async () => {
    const rivals = [sealedSample(1), sealedSample(1)];
    const results = await Promise.all(rivals.map((sealed) => current().append(sealed)));
    expect(results.map(({ kind }) => kind).sort()).toEqual(['appended', 'sequenceTaken']);
    const loser = rivals[results.findIndex(({ kind }) => kind === 'sequenceTaken')]?.manifest.envelopeId ?? '';
    expect(await current().findEntry(loser)).toBeUndefined();
    expect(await current().readSealed(loser)).toBeUndefined();
    expect(await current().nextSequence()).toBe(2);
  });

  it('refuses a number that would leave a gap', async () => {
    await fill(1);
    expect(await current().append(sealedSample(3))).toEqual({ kind: 'sequenceTaken' });
  });

  it('says appended again to the same envelope, as it stands now', async () => {
    const [sealed] = await fill(1);
    if (!sealed) throw new Error('nothing was appended');
    await markSending(current(), [sealed.manifest.envelopeId]);
    const again = await current().append(sealed);
    expect(again).toMatchObject({ kind: 'appended', entry: { sequence: 1, state: 'sending' } });
    expect((await current().figures()).sealed).toBe(1);
  });
}

function describeLife({ current, fill, fillOne, deliver }: Context): void {
  it('follows an envelope from waiting to delivered and counts the attempts', async () => {
    const id = await fillOne();
    expect(await markSending(current(), [id])).toMatchObject([{ kind: 'changed', entry: { state: 'sending', attempts: 1 } }]);
    expect(await current().markWaiting([id])).toMatchObject([{ kind: 'changed', entry: { state: 'waiting' } }]);
    await deliver(id);
    expect(await current().findEntry(id)).toMatchObject({ state: 'delivered', attempts: 2, deliveredAtMs: receipt.verifiedAtMs });
    expect(await current().lastDeliveryAtMs()).toBe(receipt.verifiedAtMs);
  });

  it('lets one of two callers mark an envelope as sending', async () => {
    const id = await fillOne();
    const results = (await Promise.all([markSending(current(), [id, id]), markSending(current(), [id])])).flat();
    expect(results.map(({ kind }) => kind).sort()).toEqual(['changed', 'unchanged', 'unchanged']);
    expect((await current().findEntry(id))?.attempts).toBe(1);
  });

  it('marks many at once, each with what is to be sent, and delivers them together with their receipts', async () => {
    const sealed = await fill(3);
    const ids = sealed.map(({ manifest }) => manifest.envelopeId);
    await deliver(ids[1] ?? '');
    const marked = await markSending(current(), ids);
    expect(marked.map(({ kind }) => kind)).toEqual(['changed', 'unchanged', 'changed']);
    const [first] = marked;
    expect(first?.kind === 'changed' && first.sealed?.manifestJws).toBe(sealed[0]?.manifestJws);
    const receipts = ids.map((envelopeId, index) => ({ envelopeId, ...receipt, verifiedAtMs: receipt.verifiedAtMs + index }));
    await markDelivered(current(), receipts);
    expect((await current().figures()).delivered).toBe(3);
    expect((await current().findEntry(ids[0] ?? ''))?.deliveredAtMs).toBe(receipt.verifiedAtMs);
    expect(await current().lastDeliveryAtMs()).toBe(receipt.verifiedAtMs + 2);
  });

  it('takes a receipt for more than the wish to send the same again', async () => {
    const id = await fillOne();
    await markSending(current(), [id]);
    const marked = await current().mark({ sending: [id], delivered: [{ envelopeId: id, ...receipt }] });
    expect(marked).toMatchObject({ sending: [{ kind: 'unchanged' }], delivered: [{ kind: 'changed' }] });
    expect(await current().findEntry(id)).toMatchObject({ state: 'delivered', attempts: 1 });
    expect(await current().lastDeliveryAtMs()).toBe(receipt.verifiedAtMs);
  });

  it('writes no change that the life of an envelope does not know', async () => {
    const id = await fillOne();
    expect(await markDelivered(current(), [{ envelopeId: id, ...receipt }])).toMatchObject([{ kind: 'unchanged' }]);
    expect((await current().markRefused(id, 'envelope-conflict')).kind).toBe('unchanged');
    expect((await current().purge(id)).kind).toBe('unchanged');
    expect(await current().lastDeliveryAtMs()).toBeUndefined();
    await deliver(id);
    expect(await current().markWaiting([id])).toMatchObject([{ kind: 'unchanged' }]);
    expect((await current().findEntry(id))?.state).toBe('delivered');
  });

  it('keeps a refused envelope with its reason until a person puts it back', async () => {
    const id = await fillOne();
    await markSending(current(), [id]);
    await current().markRefused(id, 'envelope-conflict');
    expect(await current().findEntry(id)).toMatchObject({ state: 'refused', refusal: 'envelope-conflict' });
    expect(await current().readSealed(id)).toBeDefined();
    await current().markWaiting([id]);
    expect(await current().findEntry(id)).toMatchObject({ state: 'waiting', refusal: null });
  });

  it('lets a person take away what was refused, and nothing else; the entry stays with the reason', async () => {
    const id = await fillOne();
    expect((await current().remove(id, removal)).kind).toBe('unchanged');
    await markSending(current(), [id]);
    expect((await current().remove(id, removal)).kind).toBe('unchanged');
    await current().markRefused(id, 'envelope-conflict');
    expect((await current().remove(id, removal)).kind).toBe('changed');
    expect(await current().findEntry(id)).toMatchObject({ state: 'removed', refusal: 'envelope-conflict', removal });
    expect(await current().readSealed(id)).toBeUndefined();
    expect(await current().markWaiting([id])).toMatchObject([{ kind: 'unchanged' }]);
    expect(await current().nextSequence()).toBe(2);
  });

  it.each(['waiting', 'sending', 'refused'] as const)('takes a receipt from a file for what is %s', async (state) => {
    const id = await fillOne();
    if (state !== 'waiting') await markSending(current(), [id]);
    if (state === 'refused') await current().markRefused(id, 'envelope-conflict');
    expect((await current().markDeliveredByFile(id, receipt)).kind).toBe('changed');
    expect(await current().findEntry(id)).toMatchObject({
      state: 'delivered',
      refusal: null,
      deliveredAtMs: receipt.verifiedAtMs,
    });
    expect(await current().lastDeliveryAtMs()).toBe(receipt.verifiedAtMs);
    expect((await current().markDeliveredByFile(id, receipt)).kind).toBe('unchanged');
  });

  it('puts what was being sent back to waiting at start, and nothing else', async () => {
    const [first, second, third] = (await fill(3)).map(({ manifest }) => manifest.envelopeId);
    await deliver(first ?? '');
    await markSending(current(), [second ?? '']);
    expect(await current().returnInterrupted()).toBe(1);
    const states = await Promise.all([first, second, third].map((id) => current().findEntry(id ?? '')));
    expect(states.map((entry) => entry?.state)).toEqual(['delivered', 'waiting', 'waiting']);
  });

  it('says of an unknown envelope that nothing changed', async () => {
    expect(await markSending(current(), ['nobody'])).toEqual([{ kind: 'unchanged', entry: undefined }]);
  });
}

function describeCustody({ current, fill, fillOne, deliver }: Context): void {
  it('puts what the server lacks back to waiting, with its bytes', async () => {
    const [first, second] = (await fill(2)).map(({ manifest }) => manifest.envelopeId);
    await deliver(first ?? '');
    await current().markSecured([first ?? '']);
    await current().markLacking([first ?? '', second ?? '', 'nobody']);
    expect(await current().findEntry(first ?? '')).toMatchObject({ state: 'waiting', deliveredAtMs: null, isSecured: false });
    expect(await current().readSealed(first ?? '')).toBeDefined();
  });

  it('purges the bytes of what is secured, and keeps the entry', async () => {
    const id = await fillOne();
    await deliver(id);
    expect((await current().purge(id)).kind).toBe('unchanged');
    await current().markSecured([id]);
    expect((await current().purge(id)).kind).toBe('changed');
    expect(await current().readSealed(id)).toBeUndefined();
    expect(await current().findEntry(id)).toMatchObject({ state: 'purged', isSecured: true });
  });

  it('secures nothing that was not delivered', async () => {
    const id = await fillOne();
    await current().markSecured([id]);
    expect((await current().findEntry(id))?.isSecured).toBe(false);
  });
}

function describeLists({ current, fill, deliver }: Context): void {
  it('lists what was refused however many wait before it, oldest first', async () => {
    const sealed = await fill(12);
    for (const id of [11, 5].map((place) => sealed[place]?.manifest.envelopeId ?? '')) {
      await markSending(current(), [id]);
      await current().markRefused(id, 'body-too-large');
    }
    expect((await current().listRefused(5)).map(({ sequence }) => sequence)).toEqual([6, 12]);
    expect(await current().listRefused(1)).toHaveLength(1);
  });

  it('lists what waits from any number on, oldest first, up to a limit', async () => {
    const ids = (await fill(4)).map(({ manifest }) => manifest.envelopeId);
    await deliver(ids[0] ?? '');
    const waiting = async (limit: number, after?: number) =>
      (await current().listWaiting(limit, after)).map(({ sequence }) => sequence);
    expect(await waiting(2)).toEqual([2, 3]);
    expect(await waiting(9, 2)).toEqual([3, 4]);
    expect(await waiting(9, 4)).toEqual([]);
  });

  it('lists what has not arrived, oldest first, up to a limit', async () => {
    const ids = (await fill(5)).map(({ manifest }) => manifest.envelopeId);
    await deliver(ids[0] ?? '');
    await markSending(current(), [ids[2] ?? '']);
    await markSending(current(), [ids[3] ?? '']);
    await current().markRefused(ids[3] ?? '', 'digest-mismatch');
    const numbers = async (limit: number): Promise<number[]> =>
      (await current().listUndelivered(limit)).map(({ sequence }) => sequence);
    expect(await numbers(10)).toEqual([2, 3, 4, 5]);
    expect(await numbers(3)).toEqual([2, 3, 4]);
  });

  it('pages through what is kept as delivered', async () => {
    const ids = (await fill(4)).map(({ manifest }) => manifest.envelopeId);
    for (const id of ids.slice(0, 3)) await deliver(id);
    const page = await current().deliveredEntries(2);
    expect(page.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect((await current().deliveredEntries(2, 2)).map(({ sequence }) => sequence)).toEqual([3]);
  });

  it('tells the last number given, whatever became of it', async () => {
    expect(await current().lastEntry()).toBeUndefined();
    const ids = (await fill(2)).map(({ manifest }) => manifest.envelopeId);
    await deliver(ids[1] ?? '');
    expect((await current().lastEntry())?.sequence).toBe(2);
  });
}

function describeTags({ current, deliver }: Context): void {
  it('finds what was sealed with one of several tags, in every state but taken away, and nothing else', async () => {
    const [wanted, older, other] = ['w', 'o', 'x'].map((letter) => letter.repeat(43));
    const sealed = [wanted, older, other, undefined, wanted].map((tag, index) =>
      sealedSample(index + 1, tag === undefined ? {} : { duplicateTag: { tag, keyVersion: 1 } }),
    );
    for (const envelope of sealed) await current().append(envelope);
    const [first, second] = sealed.map(({ manifest }) => manifest.envelopeId);
    await deliver(first ?? '');
    const found = async (): Promise<readonly number[]> =>
      (await current().entriesWithTag([wanted ?? '', older ?? '', wanted ?? ''])).map(({ sequence }) => sequence);
    expect(await found()).toEqual([1, 2, 5]);
    await markSending(current(), [second ?? '']);
    await current().markRefused(second ?? '', 'envelope-conflict');
    expect(await found()).toEqual([1, 2, 5]);
    await current().remove(second ?? '', removal);
    expect(await found()).toEqual([1, 5]);
    expect(await current().entriesWithTag(['n'.repeat(43)])).toEqual([]);
    expect(await current().entriesWithTag([])).toEqual([]);
  });
}
