interface Waiting {
  readonly itemId: string;
  readonly resolve: (mayGo: boolean) => void;
}

/**
 * Lets so many items go at once, in the order of asking. Others are marked meanwhile, or their receipts written, so
 * that the line never waits for the disk.
 */
export class UploadGate {
  #width = 0;
  readonly #gone = new Set<string>();
  readonly #waiting: Waiting[] = [];
  readonly #onShort: (() => void)[] = [];

  /** Resolves with whether it may go: not where the gate is closed, or closes before its turn. */
  enter(itemId: string): Promise<boolean> {
    return new Promise((resolve) => {
      this.#waiting.push({ itemId, resolve });
      this.#letGo();
    });
  }

  /** The item is over the line, or will not get there; the next one may go. */
  leave(itemId: string): void {
    this.#gone.delete(itemId);
    this.#letGo();
  }

  /** Whether no more wait than go at once: the line will soon want others. */
  get isShort(): boolean {
    return this.#waiting.length <= this.#width;
  }

  /** Resolves when it is short. */
  whenShort(): Promise<void> {
    return new Promise((resolve) => {
      this.#onShort.push(resolve);
      this.#tellIfShort();
    });
  }

  /** How many go at once from now on; 0 closes, and sends back who waits. */
  setWidth(width: number): void {
    this.#width = width;
    this.#letGo();
  }

  #letGo(): void {
    const places = this.#width === 0 ? this.#waiting.length : Math.max(0, this.#width - this.#gone.size);
    for (const { itemId, resolve } of this.#waiting.splice(0, places)) {
      if (this.#width > 0) this.#gone.add(itemId);
      resolve(this.#width > 0);
    }
    this.#tellIfShort();
  }

  #tellIfShort(): void {
    if (!this.isShort) return;
    for (const resolve of this.#onShort.splice(0)) resolve();
  }
}
