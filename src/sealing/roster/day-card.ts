const prefix = 'MADOGUCHIDAY1:';
const secretKey = /^AGE-SECRET-KEY-1[0-9A-Z]{50,80}$/;

/** The text of a day card's QR: the age identity of one opening's roster. Capitals only, so the code stays small. */
export function formatDayCard(identity: string): string {
  return `${prefix}${identity}`;
}

/** The age identity on a scanned day card; undefined where the code is none. */
export function parseDayCard(text: string): string | undefined {
  const plain = text.trim();
  const identity = plain.startsWith(prefix) ? plain.slice(prefix.length) : '';
  return secretKey.test(identity) ? identity : undefined;
}
