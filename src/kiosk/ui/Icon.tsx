const shapes = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  back: 'M19 12H5m0 0l6-6m-6 6l6 6',
  attention: 'M12 6v7m0 4v.5',
  info: 'M12 7v.5m0 4v6',
  cross: 'M7 7l10 10M17 7L7 17',
  rotate: 'M18.5 9A7 7 0 1 0 19 13M19 5v4.5h-4.5',
  none: 'M6 12h12',
} as const;

export type IconName = keyof typeof shapes;

/** A line icon in the colour of its text; always beside a word, so hidden from screen readers. */
export function Icon({ name, size = 24 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
