/** Every character of Windows' Shift_JIS (code page 932) and its bytes: the decoder's own table, turned round. */
function makeTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]): void => {
    try {
      const character = decoder.decode(new Uint8Array(bytes));
      if ([...character].length === 1) table.set(character, bytes);
    } catch {
      // No character has these bytes.
    }
  };
  for (let lead = 0xfc; lead >= 0x81; lead -= 1) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1) add(lead, trail);
  }
  for (let byte = 0; byte <= 0xdf; byte += 1) add(byte);
  return table;
}

let table: ReadonlyMap<string, readonly number[]> | undefined;

/** A text as a Windows machine saves it. Throws where it holds a character that Shift_JIS lacks. */
export function encodeShiftJis(text: string): Uint8Array<ArrayBuffer> {
  table ??= makeTable();
  return new Uint8Array(
    [...text].flatMap((character) => {
      const bytes = table?.get(character);
      if (!bytes) throw new RangeError(`not in Shift_JIS: U+${(character.codePointAt(0) ?? 0).toString(16)}`);
      return bytes;
    }),
  );
}
