import { beforeEach, expect, it } from 'vitest';
import { downloadModels, type ModelsState } from '../../../src/kiosk/models/model-download';
import { MemoryModels } from '../../capture/models/memory-models';
import { HandClock } from '../../sync/support/hand-clock';

let models: MemoryModels;
let clock: HandClock;
let states: ModelsState[];
let notice: (noticed: 'online' | 'seen') => void;
let locks: number;

beforeEach(() => {
  models = new MemoryModels();
  clock = new HandClock();
  states = [];
  locks = 0;
});

function start(): () => void {
  const needed = models.add('faceMesh', 3_000_000);
  const optional = models.add('headParts', 2_000_000, true);
  return downloadModels({
    openModels: () => Promise.resolve(models.ports),
    files: [needed, optional],
    lock: {
      acquire: () => {
        locks += 1;
        return Promise.resolve(() => (locks -= 1));
      },
    },
    clock,
    signals: (listener) => {
      notice = listener;
      return () => undefined;
    },
    random: () => 1,
    onState: (state) => states.push(state),
  });
}

async function when(phase: ModelsState['phase']): Promise<ModelsState> {
  for (;;) {
    const last = states.at(-1);
    if (last?.phase === phase) return last;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

it('tells how far it has come, and is ready when everything is there', async () => {
  start();
  expect(await when('ready')).toEqual({ phase: 'ready', bytesDone: 5_000_000, bytesTotal: 5_000_000, problem: undefined });
  const done = states.map(({ bytesDone }) => bytesDone);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(done.length).toBeGreaterThan(4);
  expect(locks).toBe(0);
});

it('waits longer after every failure, and goes on by itself', async () => {
  models.answer = () => new Response('', { status: 503 });
  start();
  await when('waiting');
  const delays: number[] = [];
  for (let tries = 0; tries < 3; tries += 1) {
    const ringsAtMs = await clock.nextAtMs();
    delays.push(ringsAtMs - clock.nowMs());
    clock.moveTo(ringsAtMs);
  }
  expect(delays).toEqual([5_000, 10_000, 20_000]);
  models.answer = () => undefined;
  await when('ready');
});

it('tries at once when a network has come, or when somebody asks', async () => {
  models.answer = () => Response.error();
  const retry = start();
  await when('waiting');
  const asked = models.asked.length;
  notice('online');
  await clock.nextAtMs();
  expect(models.asked.length).toBeGreaterThan(asked);
  models.answer = () => undefined;
  retry();
  await when('ready');
});
