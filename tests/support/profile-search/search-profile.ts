import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Find, findRuns } from './find-runs';
import { type LayerForm, layersOf } from './storage/layers';
import { needlesOf } from './needle';
import { NeedleIndex } from './needle-index';
import type { Secret } from './secret';

export interface ProfileFind extends Find {
  /** Within the profile folder. */
  readonly file: string;
  readonly form: LayerForm;
}

export interface ProfileSearch {
  readonly files: number;
  readonly searchedBytes: number;
  readonly finds: readonly ProfileFind[];
}

/** Searches every file of a browser's profile folder, in every layer, for every secret. */
export function searchProfile(folder: string, secrets: readonly Secret[]): ProfileSearch {
  const index = new NeedleIndex(needlesOf(secrets));
  const finds: ProfileFind[] = [];
  let searchedBytes = 0;
  const files = filesIn(folder);
  for (const path of files) {
    const file = relative(folder, path);
    const named = findRuns(index, Buffer.from(file));
    finds.push(...named.map((find): ProfileFind => ({ ...find, file, form: 'file' })));
    for (const { form, bytes } of layersOf(path, readFileSync(path))) {
      searchedBytes += bytes.length;
      finds.push(...findRuns(index, bytes).map((find): ProfileFind => ({ ...find, file, form })));
    }
  }
  return { files: files.length, searchedBytes, finds };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
