import type { Scene } from '../scene';
import { within } from '../waiting/within';

/** "fetch" says again of every envelope that the office holds it: after many it takes its time. */
const patienceMs = 400_000;

/** One of the office's own commands. Throws where it fails: what a run stands on must not go wrong unseen. */
export async function officeCommand({ product }: Scene, ...words: readonly string[]): Promise<void> {
  const [name = ''] = words;
  const { exitCode, stdout, stderr } = await within(product.command(...words), patienceMs, `the command "${name}" ends`);
  if (exitCode !== 0) throw new Error(`the command "${name}" ended with ${String(exitCode)}: ${stdout}${stderr}`);
}
