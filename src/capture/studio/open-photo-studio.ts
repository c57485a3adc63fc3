import { modelFiles, type ModelName } from 'virtual:model-files';
import type { ModelVersions } from '../../domain/photo/report';
import type { PhotoStudio, StudioState } from './photo-studio';
import type { ModelPaths, StudioAnswers, StudioQuestion, StudioReply, StudioRequest } from './worker-messages';

/**
 * Starts the studio in a worker of its own and lets it load the models. Without them (not on the tablet yet, or
 * unable to run here) it takes photos by the guide.
 */
export function openPhotoStudio(): PhotoStudio {
  // A classic worker: the models' runtime loads its script by importScripts.
  const worker = new Worker(new URL('./photo-studio.worker.ts', import.meta.url));
  const { ask, close } = askWorker(worker);
  const listeners = new Set<() => void>();
  let state: StudioState = 'loading';
  let isMeasuring = false;
  void ask('load', { kind: 'load', paths: modelPaths() }).then((isLoaded) => {
    state = isLoaded === true ? 'ready' : 'withoutModels';
    for (const listener of listeners) listener();
  });
  return {
    state: () => state,
    watchState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    models: () => (state === 'ready' ? modelVersions() : {}),
    analyse: async (picture) => {
      if (isMeasuring || state !== 'ready') {
        picture.close();
        return undefined;
      }
      isMeasuring = true;
      const analysis = await ask('analyse', { kind: 'analyse', picture }, [picture]);
      isMeasuring = false;
      return analysis;
    },
    keepLast: () => void ask('keepLast', { kind: 'keepLast' }),
    takeBest: async () => (await ask('takeBest', { kind: 'takeBest' })) ?? { kind: 'failed' },
    take: async (picture) => (await ask('take', { kind: 'take', picture }, [picture])) ?? { kind: 'failed' },
    recut: async (takeId, cut) => (await ask('recut', { kind: 'recut', takeId, cut })) ?? { kind: 'failed' },
    inspect: (takeId) => ask('inspect', { kind: 'inspect', takeId }),
    surroundings: (takeId) => ask('surroundings', { kind: 'surroundings', takeId }),
    drop: (takeId) => void ask('drop', { kind: 'drop', takeId }),
    clear: () => void ask('clear', { kind: 'clear' }),
    close,
  };
}

interface WorkerLine {
  /** Undefined where the worker has broken down or was closed. */
  readonly ask: <K extends keyof StudioAnswers>(
    kind: K,
    question: StudioQuestion & { readonly kind: K },
    transfer?: Transferable[],
  ) => Promise<StudioAnswers[K] | undefined>;
  readonly close: () => void;
}

function askWorker(worker: Worker): WorkerLine {
  const waiting = new Map<number, (answer: StudioReply['answer']) => void>();
  let asked = 0;
  let isBroken = false;
  const giveUp = (): void => {
    isBroken = true;
    for (const answer of waiting.values()) answer(undefined);
    waiting.clear();
  };
  worker.addEventListener('error', giveUp);
  worker.addEventListener('message', ({ data: { number, answer } }: MessageEvent<StudioReply>) => {
    waiting.get(number)?.(answer);
    waiting.delete(number);
  });
  const ask: WorkerLine['ask'] = (_kind, question, transfer = []) =>
    new Promise((resolve) => {
      if (isBroken) return resolve(undefined);
      asked += 1;
      const request: StudioRequest = { number: asked, question };
      waiting.set(asked, resolve as (answer: StudioReply['answer']) => void);
      worker.postMessage(request, transfer);
    });
  const close = (): void => {
    worker.terminate();
    giveUp();
  };
  return { ask, close };
}

function modelPaths(): ModelPaths {
  const pathOf = (wanted: ModelName): string => modelFiles.find(({ name }) => name === wanted)?.path ?? '';
  return {
    runtimeScript: pathOf('runtimeScript'),
    runtimeWasm: pathOf('runtimeWasm'),
    faceDetector: pathOf('faceDetector'),
    faceMesh: pathOf('faceMesh'),
    personMask: pathOf('personMask'),
    headParts: pathOf('headParts'),
  };
}

const versionDigits = 12;

function modelVersions(): ModelVersions {
  return Object.fromEntries(modelFiles.map(({ name, sha256 }) => [name, sha256.slice(0, versionDigits)]));
}
