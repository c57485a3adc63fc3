import { create } from 'zustand';
import type { ModelsState } from './model-download';

interface TabletModels extends ModelsState {
  /** By hand: tries again now. */
  readonly retry: () => void;
}

/** How the models for the photo's analysis stand on this tablet. */
export const useModels = create<TabletModels>()(() => ({
  phase: 'looking',
  bytesDone: 0,
  bytesTotal: 0,
  problem: undefined,
  retry: () => undefined,
}));
