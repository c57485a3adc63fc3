type SavePicker = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;

function hasSavePicker(candidate: object): candidate is { showSaveFilePicker: SavePicker } {
  return 'showSaveFilePicker' in candidate;
}

/** The browser's question where to save; undefined on devices that have none. */
export function findSavePicker(): SavePicker | undefined {
  const page: object = window;
  return hasSavePicker(page) ? (options) => page.showSaveFilePicker(options) : undefined;
}

/** A file that a person asked for: its name, its media type and what is in it. */
export interface SavedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/**
 * Saves a file where the person says: by the save picker where there is one, else as a download. Undefined where they
 * changed their mind.
 */
export async function saveFile(file: SavedFile): Promise<'saved' | 'notSaved' | undefined> {
  const pick = findSavePicker();
  if (!pick) return download(file);
  try {
    const handle = await pick({ suggestedName: file.name });
    const target = await handle.createWritable();
    await target.write(file.content);
    await target.close();
    return 'saved';
  } catch (error) {
    const isDismissed = error instanceof DOMException && error.name === 'AbortError';
    return isDismissed ? undefined : 'notSaved';
  }
}

function download({ name, mediaType, content }: SavedFile): 'saved' {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: mediaType }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  return 'saved';
}
