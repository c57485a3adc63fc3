import { expect, it } from 'vitest';
import { UploadGate } from '../../../src/sync/pace/upload-gate';

/** Asks in this order; who was let go so far, and who was sent back. */
function asking(gate: UploadGate, ...items: string[]) {
  const heard: string[] = [];
  for (const item of items) void gate.enter(item).then((mayGo) => heard.push(mayGo ? item : `${item} back`));
  return async (): Promise<string[]> => {
    await new Promise((resolve) => setImmediate(resolve));
    return heard;
  };
}

it('lets so many go at once, in the order of asking', async () => {
  const gate = new UploadGate();
  gate.setWidth(2);
  const heard = asking(gate, 'a', 'b', 'c', 'd');
  expect(await heard()).toEqual(['a', 'b']);
  gate.leave('a');
  gate.leave('a');
  expect(await heard()).toEqual(['a', 'b', 'c']);
  gate.setWidth(3);
  expect(await heard()).toEqual(['a', 'b', 'c', 'd']);
});

it('lets nobody go on a line that became narrower until enough are over it', async () => {
  const gate = new UploadGate();
  gate.setWidth(3);
  const heard = asking(gate, 'a', 'b', 'c', 'd');
  gate.setWidth(1);
  gate.leave('a');
  gate.leave('b');
  expect(await heard()).toEqual(['a', 'b', 'c']);
  gate.leave('c');
  expect(await heard()).toEqual(['a', 'b', 'c', 'd']);
});

it('sends back who waits when it closes, and who comes while it is closed', async () => {
  const gate = new UploadGate();
  gate.setWidth(1);
  const heard = asking(gate, 'a', 'b');
  gate.setWidth(0);
  expect(await heard()).toEqual(['a', 'b back']);
  const later = asking(gate, 'c');
  expect(await later()).toEqual(['c back']);
});

it('says that it is short when no more wait than go at once, and when it closes', async () => {
  const gate = new UploadGate();
  gate.setWidth(2);
  asking(gate, 'a', 'b', 'c', 'd', 'e');
  const heard: string[] = [];
  void gate.whenShort().then(() => heard.push('short'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toEqual([]);
  gate.leave('a');
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toEqual(['short']);
  asking(gate, 'f', 'g');
  void gate.whenShort().then(() => heard.push('closed'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toEqual(['short']);
  gate.setWidth(0);
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toEqual(['short', 'closed']);
});
