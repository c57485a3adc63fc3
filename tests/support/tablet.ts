import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { getChromiumPath, quietFlags } from './chromium';
import type { FakeCamera } from './fake-camera';
import { Faults } from './venue/faults';

export const landscape = { width: 1180, height: 820 } as const;
export const portrait = { width: 820, height: 1180 } as const;

export interface TabletOptions {
  readonly profileFolder: string;
  readonly camera: FakeCamera;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly flags?: readonly string[];
}

/** A tablet: one browser process with a profile folder of its own, held upright or lying. */
export class Tablet {
  readonly profileFolder: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly faults: Faults;

  private constructor(parts: Pick<Tablet, 'profileFolder' | 'context' | 'page' | 'faults'>) {
    this.profileFolder = parts.profileFolder;
    this.context = parts.context;
    this.page = parts.page;
    this.faults = parts.faults;
  }

  static async switchOn({ profileFolder, camera, viewport = landscape, flags = [] }: TabletOptions): Promise<Tablet> {
    const context = await chromium.launchPersistentContext(profileFolder, {
      executablePath: getChromiumPath(),
      args: [...quietFlags, ...camera.flags, ...flags],
      viewport,
      hasTouch: true,
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
      acceptDownloads: true,
    });
    const faults = new Faults();
    await faults.watch(context);
    const page = context.pages()[0] ?? (await context.newPage());
    return new Tablet({ profileFolder, context, page, faults });
  }

  async switchOff(): Promise<void> {
    await this.context.close();
  }

  /** Ends the browser and all its processes at once, as an empty battery would. */
  async kill(): Promise<void> {
    const closed = new Promise((resolve) => this.context.once('close', resolve));
    process.kill(-this.#processId(), 'SIGKILL');
    await closed;
  }

  /** The browser leads its own group of processes. Chromium marks the profile it runs on with a link to `host-process`. */
  #processId(): number {
    const mark = readlinkSync(join(this.profileFolder, 'SingletonLock'));
    return Number(mark.slice(mark.lastIndexOf('-') + 1));
  }
}
