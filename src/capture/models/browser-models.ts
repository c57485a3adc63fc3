import { modelFiles } from 'virtual:model-files';
import type { ModelPorts } from './store-models';

/** This version's files: what photos cannot be judged without, then the rest. */
export const currentModels = [...modelFiles].sort((a, b) => Number(a.isOptional) - Number(b.isOptional));

/** `cacheName`: a cache of its own, so that an update of the app does not remove it. */
export async function browserModelPorts(cacheName: string): Promise<ModelPorts> {
  return {
    cache: await caches.open(cacheName),
    fetch: (path, init) => fetch(path, init),
    digest: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
  };
}
