import { findSavePicker } from '../files/save-file';

/** How a file leaves this device: to a place that a person picks, by the share sheet, or as a download. */
export type SaveWay = 'picker' | 'share' | 'download';

const mediaType = 'application/zip';

/** What this device has; only the picker says where and whether a file was written, so it goes first. */
export function findSaveWay(): SaveWay {
  if (findSavePicker()) return 'picker';
  const example = new File([], 'part.zip', { type: mediaType });
  const canShare = 'canShare' in navigator && navigator.canShare({ files: [example] });
  return canShare ? 'share' : 'download';
}

/** Where a part's bytes go while they are read. */
export interface PartTarget {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Ends the file: written by the picker, or whole and ready to be handed over. */
  close(): Promise<{ readonly kind: 'saved' } | { readonly kind: 'packed'; readonly file: File }>;
  /** Leaves nothing behind. */
  abort(): Promise<void>;
}

/** Begins a file; call it in the press itself, for the picker asks. Undefined where the person changed their mind. */
export async function openTarget(way: SaveWay, name: string): Promise<PartTarget | undefined> {
  const pick = way === 'picker' ? findSavePicker() : undefined;
  if (!pick) return packInParts(name);
  try {
    const handle = await pick({ suggestedName: name });
    const target = await handle.createWritable();
    return {
      write: (bytes) => target.write(bytes),
      close: async () => {
        await target.close();
        return { kind: 'saved' };
      },
      abort: () => target.abort().catch(() => undefined),
    };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** Blobs lie outside the page's memory: of one part, and only until it is handed over. */
function packInParts(name: string): PartTarget {
  let packed: Blob[] = [];
  return {
    write: (bytes) => {
      packed.push(new Blob([bytes]));
      return Promise.resolve();
    },
    close: () => Promise.resolve({ kind: 'packed', file: new File(packed, name, { type: mediaType }) }),
    abort: () => {
      packed = [];
      return Promise.resolve();
    },
  };
}

/** `started`: given to the browser, which does not say whether it was kept. Undefined where the sheet was dismissed. */
export async function handOver(way: SaveWay, file: File): Promise<'handedOver' | 'started' | undefined> {
  if (way === 'share') {
    try {
      await navigator.share({ files: [file] });
      return 'handedOver';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return undefined;
      throw error;
    }
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // A download of 50 MB has not been read when the press ends.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return 'started';
}
