const usualPatienceMs = 30_000;
const lookEveryMs = 5;

/** Looks at the page until `find` finds something. Rejects after so long. Timers, for a page that nobody sees draws nothing. */
export async function whenScreen<Found>(find: () => Found | undefined, patienceMs = usualPatienceMs): Promise<Found> {
  const beganAtMs = performance.now();
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    if (performance.now() - beganAtMs > patienceMs)
      throw new Error(`the screen never showed what was waited for: ${find.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

/** Whether this text stands on the screen. */
export function isShown(text: string): boolean {
  return document.getElementById('root')?.textContent.includes(text) ?? false;
}

/** The button with one of these labels that can be touched. */
export function findButton(labels: readonly string[]): HTMLButtonElement | undefined {
  return [...document.querySelectorAll('button')].find(
    ({ textContent, disabled }) => !disabled && labels.includes(textContent.trim()),
  );
}
