import { expect, it, vi } from 'vitest';
import type { UploadAnswer } from '../../src/sync/api-client';
import type { Entry } from '../../src/queue/entry';
import type { Marks } from '../../src/queue/queue-store';
import { createSender } from '../../src/sync/send-items';
import { sampleConfiguration } from '../support/sample-application';
import { HandClock } from './support/hand-clock';

vi.mock('../../src/sealing/receipt', () => ({ verifyReceipt: () => Promise.resolve({}) }));

/** A sender whose line answers by hand; `marks`: what was written together, arrived before about to be sent. */
function sending() {
  const marks: string[] = [];
  const answers = new Map<string, (answer: UploadAnswer) => void>();
  const clock = new HandClock();
  const mark = ({ sending: begun, delivered }: Marks) => {
    marks.push(`${delivered.map(({ envelopeId }) => envelopeId).join('')}>${begun.join('')}`);
    const changed = (envelopeId: string) => ({
      kind: 'changed' as const,
      entry: { envelopeId, digest: envelopeId } as Entry,
      sealed: { manifestJws: 'm', bytes: new ArrayBuffer(1) },
    });
    return Promise.resolve({ sending: begun.map(changed), delivered: [] });
  };
  const putEnvelope = ({ envelopeId }: { envelopeId: string }): Promise<UploadAnswer> =>
    new Promise((resolve) => answers.set(envelopeId, resolve));
  const markWaiting = (ids: readonly string[]) => {
    marks.push(`back ${ids.join('')}`);
    return Promise.resolve(ids.map(() => ({ kind: 'changed' as const })));
  };
  const queue = { mark, markWaiting };
  const findConfiguration = () => Promise.resolve(sampleConfiguration());
  const ports = { queue, api: { putEnvelope }, findConfiguration, clock, nowMs: clock.nowMs };
  const sender = createSender(ports as unknown as Parameters<typeof createSender>[0]);
  sender.gate.setWidth(2);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    marks,
    clock,
    send: async (ids: string) => {
      for (const id of ids) void sender.send(id, new AbortController().signal).then(() => sender.gate.leave(id));
      await settle();
    },
    answer: async (ids: string) => {
      for (const id of ids) answers.get(id)?.({ kind: 'received', receiptJws: 'r' });
      await settle();
    },
    loseLine: async () => {
      sender.gate.setWidth(0);
      await settle();
    },
    wait: async (ms: number) => {
      clock.moveTo(clock.nowMs() + ms);
      await settle();
    },
  };
}

it('writes marks together while the line has enough to carry, and at once when it soon has not', async () => {
  const { marks, send, answer } = sending();
  await send('abcdef');
  expect(marks).toEqual(['>abcdef']);
  await answer('a');
  expect(marks).toEqual(['>abcdef']);
  await answer('b');
  expect(marks).toEqual(['>abcdef', 'ab>']);
});

it('writes a receipt soon though the line carries nothing any more', async () => {
  const { marks, send, answer, wait } = sending();
  await send('abcdefgh');
  await answer('a');
  expect(marks).toEqual(['>abcdefgh']);
  await wait(200);
  expect(marks).toEqual(['>abcdefgh', 'a>']);
});

it('lets all that was marked wait again together when the line is lost', async () => {
  const { marks, send, loseLine } = sending();
  await send('abcdefgh');
  await loseLine();
  expect(marks).toEqual(['>abcdefgh', 'back cdefgh']);
});
