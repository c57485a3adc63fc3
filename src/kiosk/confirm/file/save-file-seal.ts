import { handOver, openTarget, type PartTarget, type SaveWay } from '../../transfer/part-target';
import type { FileSeal } from './file-seal';

export type FileSaving =
  /** The person changed their mind, or the device would not begin. Nothing was written and no number is taken. */
  | 'dismissed'
  | 'notBegun'
  | 'sequenceTaken'
  | 'storageFull'
  /** The number is reserved (or may be), and there is no file. */
  | 'notSaved'
  /** The device says that the file was written. */
  | 'saved'
  /** Given away by share sheet or download: only a look tells whether the file is there. */
  | 'given';

/** Saves a sealed envelope as a file; call it in the press. The number is taken once the person has said where. */
export async function saveFileSeal(way: SaveWay, name: string, openSeal: () => Promise<FileSeal>): Promise<FileSaving> {
  let target: PartTarget | undefined;
  let isReserved = false;
  try {
    target = await openTarget(way, name);
    if (!target) return 'dismissed';
    const seal = await openSeal();
    const reserving = await seal.reserve();
    if (reserving !== 'reserved') {
      await target.abort();
      return reserving === 'failed' ? 'notSaved' : reserving;
    }
    isReserved = true;
    return await writeTo(target, seal, way);
  } catch {
    await target?.abort();
    return isReserved ? 'notSaved' : 'notBegun';
  }
}

async function writeTo(target: PartTarget, seal: FileSeal, way: SaveWay): Promise<FileSaving> {
  for await (const bytes of seal.bytes()) await target.write(bytes);
  const ended = await target.close();
  if (ended.kind === 'saved') return 'saved';
  return (await handOver(way, ended.file)) ? 'given' : 'notSaved';
}
