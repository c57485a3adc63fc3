import { beforeEach, describe, expect, it } from 'vitest';
import { missingModels, removeOtherModels, storeModel } from '../../../src/capture/models/store-models';
import { MemoryModels } from './memory-models';

const mebibyte = 1024 * 1024;
let models: MemoryModels;
let file: ReturnType<MemoryModels['add']>;
let bytesTold: number;
const store = (): Promise<void> => storeModel(models.ports, file, (bytes) => (bytesTold += bytes));

beforeEach(() => {
  models = new MemoryModels();
  file = models.add('faceMesh', 2 * mebibyte + 5);
  bytesTold = 0;
});

describe('a model that is stored', () => {
  it('is fetched piece by piece, whole in the end, and leaves no pieces', async () => {
    await store();
    expect([...models.kept.keys()]).toEqual([file.path]);
    const stored = await models.kept.get(file.path)?.clone().arrayBuffer();
    expect(Buffer.from(stored ?? new ArrayBuffer()).equals(Buffer.from(models.contents.get(file.path) ?? []))).toBe(true);
    expect(models.asked).toHaveLength(3);
    expect(bytesTold).toBe(file.byteLength);
    expect(await missingModels(models.ports, [file])).toEqual([]);
  });

  it('goes on where it was cut off', async () => {
    models.answer = (_path, range) => (range.startsWith('bytes=2097152-') ? Response.error() : undefined);
    await expect(store()).rejects.toMatchObject({ problem: 'server' });
    expect(await missingModels(models.ports, [file])).toEqual([file]);
    models.answer = () => undefined;
    models.asked.length = 0;
    await store();
    expect(models.asked).toEqual([`${file.path} bytes=2097152-2097156`]);
  });

  it('is unreachable without a network', async () => {
    models.contents.clear();
    await expect(store()).rejects.toMatchObject({ problem: 'unreachable' });
  });

  it('is never kept with another digest, nor are its pieces', async () => {
    const content = models.contents.get(file.path);
    content?.fill(9, 100, 200);
    await expect(store()).rejects.toMatchObject({ problem: 'wrongDigest' });
    expect(models.kept.size).toBe(0);
  });

  it('is taken from a server that knows no ranges', async () => {
    models.answer = (path) => new Response(models.contents.get(path));
    await store();
    expect([...models.kept.keys()]).toEqual([file.path]);
  });

  it.each([
    ['a captive portal', () => new Response('<html>sign in</html>', { headers: { 'Content-Type': 'text/html' } })],
    ['another range', () => new Response('x', { status: 206, headers: { 'Content-Range': 'bytes 0-0/9' } })],
    ['a failing server', () => new Response('', { status: 503 })],
  ])('is not taken from %s', async (_what, answer) => {
    models.answer = answer;
    await expect(store()).rejects.toMatchObject({ problem: 'server' });
    expect(models.kept.size).toBe(0);
  });

  it('says when the tablet is full', async () => {
    models.isCacheFull = true;
    await expect(store()).rejects.toMatchObject({ problem: 'storageFull' });
  });
});

it('removes the models of earlier versions and keeps those of this one', async () => {
  await store();
  models.kept.set('/models/faceMesh-older.tflite', new Response('old'));
  models.kept.set('/models/faceMesh-older.tflite?from=0', new Response('piece'));
  await removeOtherModels(models.ports, [file]);
  expect([...models.kept.keys()]).toEqual([file.path]);
});
