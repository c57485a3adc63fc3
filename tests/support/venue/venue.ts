import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { FakeCamera } from '../fake-camera';
import { Product } from '../product';
import { Tablet, type TabletOptions } from '../tablet';

/** One product and one tablet with its camera: everything that a journey takes place in. */
export class Venue {
  readonly product: Product;
  readonly profileFolder: string;
  readonly camera: FakeCamera;
  readonly #tablets: Tablet[] = [];

  constructor(folder: string, port: number, camera: FakeCamera) {
    this.product = new Product(join(folder, 'data'), port);
    this.profileFolder = join(folder, 'profile');
    this.camera = camera;
    camera.show('desk');
  }

  /** The tablet that is on. */
  get tablet(): Tablet {
    const tablet = this.#tablets.at(-1);
    if (!tablet) throw new Error('the tablet was never switched on');
    return tablet;
  }

  get page(): Page {
    return this.tablet.page;
  }

  /** What every tablet that was on has reported. */
  get faults(): readonly string[] {
    return this.#tablets.flatMap((tablet) => tablet.faults.found);
  }

  /** Starts the browser on the tablet's profile, as it was left, and opens the app. */
  async switchOn(viewport?: TabletOptions['viewport']): Promise<Tablet> {
    const { profileFolder, camera } = this;
    const tablet = await Tablet.switchOn({ profileFolder, camera, ...(viewport && { viewport }) });
    this.#tablets.push(tablet);
    await tablet.page.goto(this.product.url);
    return tablet;
  }

  async close(): Promise<void> {
    await this.#tablets.at(-1)?.switchOff();
    await this.product.stop();
  }
}
