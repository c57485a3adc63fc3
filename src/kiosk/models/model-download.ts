import type { ModelFile } from 'virtual:model-files';
import { ModelsFailure, type ModelsProblem } from '../../capture/models/models-failure';
import { missingModels, type ModelPorts, removeOtherModels, storeModel } from '../../capture/models/store-models';
import type { RunnerLock } from '../../sync/device-ports';
import { keepTrying, type TryingPorts } from '../../sync/pace/keep-trying';

/**
 * How the models stand on this tablet:
 *
 *   looking ─▶ ready
 *      └─▶ fetching ─▶ ready
 *             └─▶ waiting (problem) ─▶ fetching      by time, network, somebody looking, or hand
 */
export interface ModelsState {
  readonly phase: 'looking' | 'fetching' | 'waiting' | 'ready';
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly problem: ModelsProblem | undefined;
}

export interface DownloadPorts extends TryingPorts {
  readonly openModels: () => Promise<ModelPorts>;
  readonly files: readonly ModelFile[];
  readonly lock: RunnerLock;
  readonly onState: (state: ModelsState) => void;
}

/** Brings the models onto the tablet and keeps trying until they are there. Returns how to try at once. */
export function downloadModels(ports: DownloadPorts): () => void {
  return keepTrying(async () => {
    const problem = await fetchUnderLock(ports);
    if (problem) ports.onState({ ...(await countModels(ports)), phase: 'waiting', problem });
    return problem === undefined;
  }, ports);
}

/** One tab fetches; the others wait for it and then find everything there. */
async function fetchUnderLock(ports: DownloadPorts): Promise<ModelsProblem | undefined> {
  const { files, lock, openModels, onState } = ports;
  try {
    const models = await openModels();
    if ((await missingModels(models, files)).length > 0) {
      const release = await lock.acquire(new AbortController().signal);
      try {
        await fetchMissing(models, ports);
      } finally {
        release();
      }
    }
    onState({ ...(await countModels(ports)), phase: 'ready', problem: undefined });
    return undefined;
  } catch (error) {
    return error instanceof ModelsFailure ? error.problem : 'storageFull';
  }
}

async function fetchMissing(models: ModelPorts, { files, onState, openModels }: DownloadPorts): Promise<void> {
  const missing = await missingModels(models, files);
  const { bytesDone: bytesBefore, bytesTotal } = await countModels({ files, openModels });
  let bytesDone = bytesBefore;
  onState({ phase: 'fetching', bytesDone, bytesTotal, problem: undefined });
  for (const file of missing) {
    await storeModel(models, file, (bytes) => {
      bytesDone += bytes;
      onState({ phase: 'fetching', bytesDone, bytesTotal, problem: undefined });
    });
  }
  await removeOtherModels(models, files);
}

async function countModels({ files, openModels }: Pick<DownloadPorts, 'files' | 'openModels'>) {
  const missing = await missingModels(await openModels(), files);
  const bytesTotal = sumOf(files);
  return { bytesTotal, bytesDone: bytesTotal - sumOf(missing) };
}

function sumOf(files: readonly ModelFile[]): number {
  return files.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
