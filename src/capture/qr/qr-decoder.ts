/** What the page asks its worker: one frame, RGBA. */
export interface QrQuestion {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface QrAnswer {
  readonly payload: string | undefined;
}

export type QrReading =
  | { readonly kind: 'code'; readonly payload: string }
  | { readonly kind: 'nothing' }
  /** The worker could not be loaded or has broken down. */
  | { readonly kind: 'unavailable' };

export interface QrDecoder {
  /** Reads one frame. The next may be asked when this one was answered. Never rejects. */
  decode(frame: ImageData): Promise<QrReading>;
  stop(): void;
}

/** Starts a worker that reads codes, so that the screen never waits for one. */
export function startQrDecoder(): QrDecoder {
  const worker = new Worker(new URL('./qr-decoder.worker.ts', import.meta.url), { type: 'module' });
  let isBroken = false;
  let answer: (reading: QrReading) => void = () => undefined;
  worker.addEventListener('message', ({ data: { payload } }: MessageEvent<QrAnswer>) => {
    answer(payload === undefined ? { kind: 'nothing' } : { kind: 'code', payload });
  });
  worker.addEventListener('error', () => {
    isBroken = true;
    answer({ kind: 'unavailable' });
  });
  return {
    decode: ({ data, width, height }) =>
      new Promise((resolve) => {
        if (isBroken) return resolve({ kind: 'unavailable' });
        answer = resolve;
        const question: QrQuestion = { rgba: data, widthPx: width, heightPx: height };
        worker.postMessage(question, [question.rgba.buffer]);
      }),
    stop: () => worker.terminate(),
  };
}
