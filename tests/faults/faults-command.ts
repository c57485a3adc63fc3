import { hasHeld, runFaults, type RunWishes } from './run-faults';

/** Runs, prints one JSON line, and says whether nothing was lost or doubled. What went wrong goes to stderr. */
export async function faultsCommand(wishes: RunWishes): Promise<boolean> {
  const { names, ...result } = await runFaults(wishes);
  for (const name of names) console.error(name);
  console.log(JSON.stringify(result));
  return hasHeld({ ...result, names });
}
