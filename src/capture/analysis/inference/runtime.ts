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
  // The models run on the processor; to look for a graphics device takes a fifth of the start, and keeps one.
  Object.defineProperty(navigator, 'gpu', { value: undefined });
  await loadLiteRt(scriptUrl);
}

/** A model's bytes. Rejects where they cannot be fetched. */
export async function fetchModel(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`a model is not there: ${String(answer.status)}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Makes one model ready, once the runtime has started. Rejects where the bytes are none. */
export async function compileModel(bytes: Uint8Array, inputShape: readonly number[]): Promise<Model> {
  const model = await loadAndCompile(bytes, { accelerator: 'wasm' });
  return { run: (input) => runOnce(model, input, inputShape) };
}

async function runOnce(model: CompiledModel, input: Float32Array, shape: readonly number[]): Promise<readonly Float32Array[]> {
  const tensor = new Tensor(input, [...shape]);
  try {
    const outputs = await model.run(tensor);
    return outputs.map((output) => {
      const values = output.toTypedArray();
      output.delete();
      if (!(values instanceof Float32Array)) throw new Error('this model does not answer in numbers of 32 bits');
      return values;
    });
  } finally {
    tensor.delete();
  }
}
