import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confirmByCommand, enrolByTyping } from '../support/kiosk/enrol';
import { Product } from '../support/product';
import { freePort } from '../support/product/free-port';
import { Ledger } from './ledger';
import { seededRandom } from './page/seeded-random';
import { deckOf } from './plan/deck';
import { Tally } from './plan/tally';
import { FaultProxy } from './proxy/fault-proxy';
import { lineFaultNames } from './proxy/line-faults';
import { layOutVersions, programOf, ServerProcess } from './server/server-process';
import { SmallDisk } from './server/small-disk';
import { FaultTablet } from './tablet/fault-tablet';

/** Everything a fault run takes place in. */
export interface Scene {
  readonly folder: string;
  /** Office and server, for the office's commands. */
  readonly product: Product;
  readonly server: ServerProcess;
  readonly disk: SmallDisk;
  readonly proxy: FaultProxy;
  readonly tablet: FaultTablet;
  readonly ledger: Ledger;
  readonly tally: Tally;
  readonly random: () => number;
  readonly close: () => Promise<void>;
}

/** A municipality that was just set up, its server behind the proxy, and one enrolled tablet. */
export async function setTheScene(seed: number): Promise<Scene> {
  layOutVersions();
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-faults-'));
  const disk = new SmallDisk(join(folder, 'disk'));
  disk.mount();
  const [port, proxyPort] = [await freePort(), await freePort()];
  const dataFolder = join(disk.folder, 'all');
  mkdirSync(dataFolder, { recursive: true });
  const product = new Product(dataFolder, port, programOf('counter-old'));
  const server = new ServerProcess(dataFolder, port);
  const tally = new Tally();
  const deck = deckOf(lineFaultNames, seededRandom(`${String(seed)} line faults`));
  const proxy = new FaultProxy({ port: proxyPort, serverPort: port, random: seededRandom(`${String(seed)} line`), deck, tally });
  await proxy.open();
  const tablet = new FaultTablet(join(folder, 'profile'), proxy.url);
  const close = async (): Promise<void> => {
    await tablet.switchOff();
    await server.kill();
    await product.kill();
    await proxy.close();
    disk.unmount();
    rmSync(folder, { recursive: true, force: true });
  };
  const random = seededRandom(`${String(seed)} bouts`);
  const scene: Scene = { folder, product, server, disk, proxy, tablet, ledger: new Ledger(seed), tally, random, close };
  await enrol(scene).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return scene;
}

async function enrol({ product, server, tablet, proxy }: Scene): Promise<void> {
  await product.start();
  await tablet.switchOn();
  await enrolByTyping(tablet.page, product, proxy.url);
  await confirmByCommand(tablet.page, product);
  await product.stop();
  await server.start();
}
