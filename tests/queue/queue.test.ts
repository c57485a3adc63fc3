import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChangeChannel, openChangeChannel } from '../../src/queue/change-channel';
import { openDatabase } from '../../src/queue/database';
import { databaseQueueStore } from '../../src/queue/database-queue-store';
import { createQueue, type Queue } from '../../src/queue/queue';
import { describeQueueStore } from './queue-store-contract';
import { sealedSample } from './sealed-samples';
import { markSending } from './marks';

describeQueueStore('the queue', () => {
  const channel: ChangeChannel = { announce: () => undefined, listen: () => undefined, close: () => undefined };
  return createQueue(databaseQueueStore(openDatabase(`queue-${uuidv7()}`)), channel);
});

describe('whoever listens to the queue', () => {
  const channels: ChangeChannel[] = [];
  let name: string;
  const openTab = (): Queue => {
    const channel = openChangeChannel(name);
    channels.push(channel);
    return createQueue(databaseQueueStore(openDatabase(name)), channel);
  };
  beforeEach(() => {
    name = `tabs-${uuidv7()}`;
  });
  afterEach(() => {
    for (const channel of channels.splice(0)) channel.close();
  });

  it('hears of a change once it can be read, in this tab and in another', async () => {
    const [here, there] = [openTab(), openTab()];
    const heardThere = new Promise<number>((resolve) => {
      there.subscribe(() => void there.figures().then(({ sealed }) => resolve(sealed)));
    });
    const heardHere = new Promise<number>((resolve) => {
      here.subscribe(() => void here.figures().then(({ sealed }) => resolve(sealed)));
    });
    await here.append(sealedSample(1));
    expect(await heardHere).toBe(1);
    expect(await heardThere).toBe(1);
  });

  it('hears nothing of a change that did not happen, nor after it stopped listening', async () => {
    const queue = openTab();
    let heard = 0;
    const stop = queue.subscribe(() => {
      heard += 1;
    });
    await queue.append(sealedSample(2));
    await markSending(queue, ['nobody']);
    expect(heard).toBe(0);
    await queue.append(sealedSample(1));
    expect(heard).toBe(1);
    stop();
    await queue.append(sealedSample(2));
    expect(heard).toBe(1);
  });
});
