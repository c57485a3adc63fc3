import { analysePicture, type Care, type Models } from '../analysis/analyse-picture';
import { detectorInputShape } from '../analysis/inference/face-detector';
import { meshInputShape } from '../analysis/inference/face-mesh';
import { headPartsInputShape } from '../analysis/inference/head-parts';
import { maskInputShape } from '../analysis/inference/person-mask';
import { compileModel, fetchModel, type Model, startRuntime } from '../analysis/inference/runtime';
import type { PictureAnalysis } from '../../domain/photo/judgement/measures';
import type { PixelSize } from '../../domain/photo/photo-limits';
import type { ModelPaths } from './worker-messages';

export interface StudioModels {
  readonly analyse: (picture: CanvasImageSource, frame: PixelSize, care: Care) => Promise<PictureAnalysis>;
}

/** Loads what every frame needs and runs it once, so that the first person does not wait for it. */
export async function loadStudioModels(paths: ModelPaths): Promise<StudioModels> {
  const [faceDetector, faceMesh, personMask] = await Promise.all([
    fetchModel(paths.faceDetector),
    fetchModel(paths.faceMesh),
    fetchModel(paths.personMask),
    startRuntime(paths.runtimeScript, paths.runtimeWasm),
  ]);
  const models = {
    faceDetector: await compileModel(faceDetector, detectorInputShape),
    faceMesh: await compileModel(faceMesh, meshInputShape),
    personMask: await compileModel(personMask, maskInputShape),
  };
  await warmUp(models);
  let headParts: Promise<Model | undefined> | undefined;
  const findHeadParts = (): Promise<Model | undefined> => {
    // Four times the size of all others: loaded when a photo is first looked at closely.
    headParts ??= fetchModel(paths.headParts)
      .then((bytes) => compileModel(bytes, headPartsInputShape))
      .catch(() => undefined);
    return headParts;
  };
  return {
    analyse: async (picture, frame, care) => {
      const all: Models = { ...models, headParts: care === 'coverings' ? await findHeadParts() : undefined };
      return analysePicture(all, picture, frame, care);
    },
  };
}

async function warmUp(models: Readonly<Record<'faceDetector' | 'faceMesh' | 'personMask', Model>>): Promise<void> {
  await models.faceDetector.run(new Float32Array(sizeOf(detectorInputShape)));
  await models.faceMesh.run(new Float32Array(sizeOf(meshInputShape)));
  await models.personMask.run(new Float32Array(sizeOf(maskInputShape)));
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
