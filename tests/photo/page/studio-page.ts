import { openPhotoStudio } from '../../../src/capture/studio/open-photo-studio';
import type { PhotoStudio } from '../../../src/capture/studio/photo-studio';
import { evaluatePicture } from './evaluate-picture';

/** What a test or a command asks of the page: the product's own studio, with nothing of the kiosk around it. */
export interface StudioPage {
  readonly studio: PhotoStudio;
  readonly evaluatePicture: typeof evaluatePicture;
  /** The files that were put into the page's file field. */
  readonly findFile: (name: string) => File | undefined;
}

declare global {
  var studioPage: StudioPage;
}

globalThis.studioPage = {
  studio: openPhotoStudio(),
  evaluatePicture,
  findFile: (name) => {
    const field = document.querySelector<HTMLInputElement>('#pictures');
    return [...(field?.files ?? [])].find((file) => file.name === name);
  },
};
