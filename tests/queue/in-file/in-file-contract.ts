import { expect, it } from 'vitest';
import type { SealedEnvelope } from '../../../src/sealing/seal';
import type { Context } from '../queue-store-contract';
import { bytesIn, sealedSample } from '../sealed-samples';

const savedAtMs = 1_700_000_000_500;
const receipt = { receiptJws: 'header.receipt.signature', verifiedAtMs: 1_700_000_000_000 };
const removal = { reason: 'practice', attendantId: null, removedAtMs: 1_700_000_000_001 } as const;

/** What every QueueStore must do about an envelope for whose bytes there is no room. */
export function describeInFile(context: Context): void {
  describeReserving(context);
  describeSaved(context);
}

function describeReserving({ current, fill }: Context): void {
  it('reserves the next number for what leaves in a file, and stores no bytes of it', async () => {
    await fill(1);
    const sealed = sealedSample(2);
    const { envelopeId } = sealed.manifest;
    expect(await current().inFile.reserve(sealedSample(3))).toEqual({ kind: 'sequenceTaken' });
    expect(await current().inFile.reserve(sealed)).toMatchObject({ kind: 'appended', entry: { sequence: 2 } });
    const entry = { state: 'refused', refusal: 'kept-in-file', inFile: { manifestJws: sealed.manifestJws, savedAtMs: null } };
    expect(await current().findEntry(envelopeId)).toMatchObject(entry);
    expect(await current().readSealed(envelopeId)).toBeUndefined();
    expect(await current().inFile.reserve(sealed)).toMatchObject({ kind: 'appended', entry: { sequence: 2 } });
    expect(await current().figures()).toMatchObject({ sealed: 2, waiting: 1, refused: 1, delivered: 0 });
  });

  it('never gives a reserved number to another envelope, whatever becomes of it', async () => {
    const sealed = sealedSample(1);
    await current().inFile.reserve(sealed);
    expect(await current().append(sealedSample(1))).toEqual({ kind: 'sequenceTaken' });
    await current().remove(sealed.manifest.envelopeId, removal);
    expect(await current().append(sealedSample(1))).toEqual({ kind: 'sequenceTaken' });
    expect(await current().inFile.reserve(sealed)).toEqual({ kind: 'sequenceTaken' });
    expect(await current().append(sealed)).toEqual({ kind: 'sequenceTaken' });
    expect(await current().nextSequence()).toBe(2);
  });

  it('tells the last number that was given, not one that is only reserved', async () => {
    await fill(1);
    const sealed = sealedSample(2);
    await current().inFile.reserve(sealed);
    expect((await current().lastEntry())?.sequence).toBe(1);
    await current().inFile.markSaved(sealed.manifest.envelopeId, savedAtMs);
    expect((await current().lastEntry())?.sequence).toBe(2);
  });

  it('lets the bytes join a reserved number when there is room after all, and only the very same bytes', async () => {
    const sealed = sealedSample(1);
    const { envelopeId } = sealed.manifest;
    await current().inFile.reserve(sealed);
    const sealedAnew: SealedEnvelope = { ...sealedSample(1), manifest: { ...sealed.manifest, digest: 'd'.repeat(43) } };
    expect(await current().append(sealedAnew)).toEqual({ kind: 'sequenceTaken' });
    expect(await current().append(sealed)).toMatchObject({ kind: 'appended', entry: { state: 'waiting', refusal: null } });
    expect((await current().findEntry(envelopeId))?.inFile).toBeUndefined();
    expect(await bytesIn(current(), envelopeId)).toEqual(sealed.bytes);
    expect((await current().inFile.markSaved(envelopeId, savedAtMs)).kind).toBe('unchanged');
  });
}

function describeSaved({ current }: Context): void {
  const keepInFile = async (): Promise<string> => {
    const sealed = sealedSample(1);
    await current().inFile.reserve(sealed);
    await current().inFile.markSaved(sealed.manifest.envelopeId, savedAtMs);
    return sealed.manifest.envelopeId;
  };

  it('remembers once that the file is there', async () => {
    const id = await keepInFile();
    expect((await current().findEntry(id))?.inFile?.savedAtMs).toBe(savedAtMs);
    expect((await current().inFile.markSaved(id, savedAtMs + 1)).kind).toBe('unchanged');
    expect((await current().findEntry(id))?.inFile?.savedAtMs).toBe(savedAtMs);
  });

  it('never lets wait what has no bytes here; a receipt delivers it, and lost at the server it is refused again', async () => {
    const id = await keepInFile();
    expect(await current().markWaiting([id])).toMatchObject([{ kind: 'unchanged' }]);
    expect(await current().listWaiting(1)).toEqual([]);
    expect((await current().markDeliveredByFile(id, receipt)).kind).toBe('changed');
    expect(await current().figures()).toMatchObject({ sealed: 1, waiting: 0, refused: 0, delivered: 1 });
    await current().markLacking([id]);
    expect(await current().findEntry(id)).toMatchObject({ state: 'refused', refusal: 'kept-in-file', deliveredAtMs: null });
    expect(await current().figures()).toMatchObject({ sealed: 1, waiting: 0, refused: 1, delivered: 0 });
  });

  it('is removed by a person alone, and still counted', async () => {
    const id = await keepInFile();
    expect((await current().remove(id, removal)).kind).toBe('changed');
    expect(await current().figures()).toMatchObject({ sealed: 1, refused: 0, removed: 1 });
    expect((await current().markDeliveredByFile(id, receipt)).kind).toBe('unchanged');
  });
}
