import { type CompiledModel, loadAndCompile, loadLiteRt, Tensor } from '@litertjs/core';

/** A model that is ready to run: one input of the given shape, every output as numbers. */
export interface Model {
  readonly run: (input: Float32Array) => Promise<readonly Float32Array[]>;
}

interface EmscriptenSettings {
  readonly locateFile: () => string;
}

/**
 * Starts the models' runtime in this (classic) worker. Its script and its WebAssembly are files of their own,
 * named by digest, so it has to be told where the second lies.
 */
export async function startRuntime(scriptUrl: string, wasmUrl: string): Promise<void> {
  const scope = globalThis as typeof globalThis & { Module?: EmscriptenSettings };
  scope.Module = { locateFile: () => wasmUrl };
  await loadLiteRt(scriptUrl);
}

/** Loads one model. Rejects where it cannot be fetched or is not one. */
export async function loadModel(url: string, inputShape: readonly number[]): Promise<Model> {
  const model = await loadAndCompile(url, { accelerator: 'wasm' });
  return { run: (input) => runOnce(model, input, inputShape) };
}

async function runOnce(model: CompiledModel, input: Float32Array, shape: readonly number[]): Promise<readonly Float32Array[]> {
  const tensor = new Tensor(input, [...shape]);
  try {
    const outputs = await model.run(tensor);
    return outputs.map((output) => {
      // The tensor's own memory goes with `delete`.
      const values = Float32Array.from(output.toTypedArray());
      output.delete();
      return values;
    });
  } finally {
    tensor.delete();
  }
}
