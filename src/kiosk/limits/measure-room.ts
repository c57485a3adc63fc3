const mebibyte = 1024 * 1024;
/** From here on room is no concern; then ever less, to find about how much there is. */
const enoughMebibytes = 256;
const lesserMebibytes = [128, 64, 32, 16, 8, 4, 2, 1];
/** Really written, because only that shows a full disk: a few usual envelopes. */
const writtenBytes = mebibyte;
const fileName = 'room';

/**
 * About how much more the browser would store, in bytes, as far as it matters; null where it is enough or cannot be known.
 * What browsers say is not believed alone: recent ones name ten gigabytes whatever is left, so as not to tell sites apart.
 * So it is tried, with a file that is never closed and therefore never exists.
 */
export async function measureRoom(): Promise<number | null> {
  const [told, tried] = [await readEstimate(), await tryRoom().catch(() => null)];
  if (told === null || tried === null) return told ?? tried;
  return Math.min(told, tried);
}

async function readEstimate(): Promise<number | null> {
  const storage = navigator.storage as StorageManager | undefined;
  const { quota, usage } = (await storage?.estimate().catch(() => undefined)) ?? {};
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
}

async function tryRoom(): Promise<number | null> {
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle(fileName, { create: true });
  try {
    if (!(await canWrite(file))) return 0;
    if (await canGrowTo(file, enoughMebibytes)) return null;
    for (const mebibytes of lesserMebibytes) if (await canGrowTo(file, mebibytes)) return mebibytes * mebibyte;
    return 0;
  } finally {
    await folder.removeEntry(fileName).catch(() => undefined);
  }
}

/** Takes no room on the disk: the browser only judges whether it would let it. */
function canGrowTo(file: FileSystemFileHandle, mebibytes: number): Promise<boolean> {
  return attempt(file, (target) => target.truncate(mebibytes * mebibyte));
}

function canWrite(file: FileSystemFileHandle): Promise<boolean> {
  return attempt(file, (target) => target.write(new Uint8Array(writtenBytes)));
}

async function attempt(
  file: FileSystemFileHandle,
  work: (target: FileSystemWritableFileStream) => Promise<void>,
): Promise<boolean> {
  const target = await file.createWritable();
  try {
    await work(target);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return false;
    throw error;
  } finally {
    await target.abort().catch(() => undefined);
  }
}
