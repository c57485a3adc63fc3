const parts = { timeZone: 'Asia/Tokyo', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
const stamp = new Intl.DateTimeFormat('en-US', { ...parts, hourCycle: 'h23' });
const words = new Intl.DateTimeFormat('ja-JP', { ...parts, month: 'long', day: 'numeric', hour: 'numeric', hourCycle: 'h23' });

/** 1125-1930, in Japan: as a file's name may have it. Without a year: twelve digits would look like a 個人番号. */
export function fileTimeWords(instantMs: number): string {
  return stamp.format(instantMs).replaceAll(/[/:]/g, '').replace(', ', '-');
}

/** 11月25日 19:30, in Japan. */
export function monthDayTimeWords(instantMs: number): string {
  return words.format(instantMs);
}
