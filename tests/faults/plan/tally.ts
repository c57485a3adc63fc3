/** Counts the faults that were injected, and those that could not be: a fault that did not happen has failed. */
export class Tally {
  readonly #injected = new Map<string, number>();
  readonly #failed = new Map<string, number>();

  injected(name: string): void {
    add(this.#injected, name);
  }

  failed(name: string): void {
    add(this.#failed, name);
  }

  get total(): number {
    return [...this.#injected.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Those of these that did not happen yet. */
  missing(names: readonly string[]): readonly string[] {
    return names.filter((name) => !this.#injected.has(name));
  }

  /** What was injected, by name; 0 of a fault that was meant to be there is a failure too. */
  close(names: readonly string[]): { readonly faults: Record<string, number>; readonly notInjected: Record<string, number> } {
    for (const name of names) if (!this.#injected.has(name) && !this.#failed.has(name)) this.failed(name);
    const faults = Object.fromEntries(names.map((name) => [name, this.#injected.get(name) ?? 0]));
    return { faults, notInjected: Object.fromEntries(this.#failed) };
  }
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
