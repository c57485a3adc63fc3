import { openPhotoStudio } from '../../../src/capture/studio/open-photo-studio';
import type { PhotoStudio } from '../../../src/capture/studio/photo-studio';
import { evaluatePicture } from './evaluate-picture';

/** What a test or a command asks of the page: the product's own studio, with nothing of the kiosk around it. */
export interface StudioPage {
  readonly studio: PhotoStudio;
  readonly evaluatePicture: typeof evaluatePicture;
  /** From the studio's opening to its models being ready, in ms. */
  readonly readyAfterMs: () => number;
  /** The files that were put into the page's file field. */
  readonly findFile: (name: string) => File | undefined;
}

declare global {
  var studioPage: StudioPage;
}

const openedAtMs = performance.now();
let readyAtMs = Infinity;
const studio = openPhotoStudio();
studio.watchState(() => (readyAtMs = performance.now()));

globalThis.studioPage = {
  studio,
  readyAfterMs: () => readyAtMs - openedAtMs,
  evaluatePicture,
  findFile: (name) => {
    const field = document.querySelector<HTMLInputElement>('#pictures');
    return [...(field?.files ?? [])].find((file) => file.name === name);
  },
};
