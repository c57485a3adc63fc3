interface SavePicker {
  showSaveFilePicker(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
}

function hasSavePicker(candidate: object): candidate is SavePicker {
  return 'showSaveFilePicker' in candidate;
}

/**
 * Saves a text file the person asked for: by the save picker where there is one, else as a download. Only for
 * counts and other files without personal data.
 */
export async function saveFile(fileName: string, text: string): Promise<'saved' | 'notSaved' | undefined> {
  if (!hasSavePicker(window)) return download(fileName, text);
  try {
    const handle = await window.showSaveFilePicker({ suggestedName: fileName });
    const file = await handle.createWritable();
    await file.write(text);
    await file.close();
    return 'saved';
  } catch (error) {
    const isDismissed = error instanceof DOMException && error.name === 'AbortError';
    return isDismissed ? undefined : 'notSaved';
  }
}

function download(fileName: string, text: string): 'saved' {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
  return 'saved';
}
