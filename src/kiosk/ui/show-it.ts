/** As a `ref`: what appears below the edge of the screen is scrolled to, or nobody would learn of it. */
export function showIt(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
