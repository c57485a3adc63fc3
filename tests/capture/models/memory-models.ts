import { createHash } from 'node:crypto';
import type { ModelFile } from 'virtual:model-files';
import type { ModelPorts } from '../../../src/capture/models/store-models';

/** A server with the models and a cache to put them in, both in memory. */
export class MemoryModels {
  readonly contents = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly kept = new Map<string, Response>();
  /** The ranges that were asked for. */
  readonly asked: string[] = [];
  /** Answers in place of the server; undefined: as the server does. */
  answer: (path: string, range: string) => Response | undefined = () => undefined;
  isCacheFull = false;

  add(name: ModelFile['name'], byteLength: number, isOptional = false): ModelFile {
    const bytes = Uint8Array.from({ length: byteLength }, (_, index) => (index * 7 + name.length) % 251);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = `/models/${name}-${sha256.slice(0, 16)}.tflite`;
    this.contents.set(path, bytes);
    return { name, path, byteLength, sha256, isOptional };
  }

  readonly ports: ModelPorts = {
    cache: {
      match: (request) => Promise.resolve(this.kept.get(pathOf(request))?.clone()),
      put: (request, response) => {
        if (this.isCacheFull) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
        this.kept.set(pathOf(request), response);
        return Promise.resolve();
      },
      delete: (request) => Promise.resolve(this.kept.delete(pathOf(request))),
      keys: () => Promise.resolve([...this.kept.keys()].map((path) => new Request(`http://tablet${path}`))),
    },
    fetch: (path, { headers }) => {
      const range = new Headers(headers).get('range') ?? '';
      this.asked.push(`${path} ${range}`);
      const [from = 0, last = 0] = range.replace('bytes=', '').split('-').map(Number);
      const content = this.contents.get(path);
      const other = this.answer(path, range);
      if (other) return Promise.resolve(other);
      if (!content) return Promise.reject(new TypeError('no network'));
      const contentRange = `bytes ${from}-${last}/${content.byteLength}`;
      return Promise.resolve(
        new Response(content.slice(from, last + 1), { status: 206, headers: { 'Content-Range': contentRange } }),
      );
    },
    digest: (bytes) => Promise.resolve(new Uint8Array(createHash('sha256').update(bytes).digest())),
  };
}

function pathOf(request: RequestInfo | URL): string {
  const { pathname, search } = new URL(request instanceof Request ? request.url : request, 'http://tablet');
  return pathname + search;
}
