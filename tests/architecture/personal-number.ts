/**
 * Whether twelve digits are a possible 個人番号: check digit 11 − (Σ PnQn mod 11), 0 where the remainder is 0 or 1;
 * Pn the nth digit from the lowest of the body, Qn = n + 1 up to the sixth, n − 5 from the seventh.
 */
export function isPossiblePersonalNumber(digits: string): boolean {
  const [check, ...body] = Array.from(digits).reverse().map(Number);
  const sum = body.reduce((total, digit, index) => total + digit * (index < 6 ? index + 2 : index - 4), 0);
  const remainder = sum % 11;
  return digits.length === 12 && check === (remainder <= 1 ? 0 : 11 - remainder);
}

/** The lines of a text (from 1) that hold a possible 個人番号, in one run or in groups of four. */
export function linesWithPersonalNumber(text: string): number[] {
  return text.split('\n').flatMap((line, index) => {
    const plain = line.normalize('NFKC');
    const runs = plain.match(/(?<!\d)(\d{4}[ _-]?\d{4}[ _-]?\d{4}|\d{3}_\d{3}_\d{3}_\d{3})(?![_-]?\d)/g) ?? [];
    return runs.some((run) => isPossiblePersonalNumber(run.replace(/\D/g, ''))) ? [index + 1] : [];
  });
}
