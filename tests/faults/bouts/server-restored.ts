import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Scene } from '../scene';
import { whenTrue } from '../waiting/within';
import { officeCommand } from './office-command';
import { serveLine, settle } from './serve';

const patienceMs = 60_000;

/** The server is backed up while it receives; what it took in after that is gone with its disk, and the backup is put back. */
export async function serverRestored(scene: Scene, people: number): Promise<boolean> {
  const { server, proxy, tablet, product, folder } = scene;
  const backup = join(folder, 'yesterday.sqlite');
  const [serving, backingUp] = [serveLine(scene, people), officeCommand(scene, 'backup', backup)];
  await Promise.all([serving, backingUp]);
  const before = proxy.countOf(201);
  await settle(scene);
  await serveLine(scene, people);
  await settle(scene);
  const hasMore = await whenTrue(() => proxy.countOf(201) > before, tablet.sendNow, patienceMs);
  await server.kill();
  await officeCommand(scene, 'restore', backup);
  rmSync(backup);
  removeFormer(join(product.dataFolder, 'server'));
  await server.start();
  await officeCommand(scene, 'republish');
  // As the next morning: the app is opened and asks what became of what it keeps.
  await tablet.reopenTab();
  return hasMore;
}

/** `restore` keeps what was there before; a disk in memory has no room for so many. */
function removeFormer(folder: string): void {
  for (const name of readdirSync(folder)) if (name.includes('.before-')) rmSync(join(folder, name));
}
