import { readXml } from './xml-events';

/** Formats that every spreadsheet program knows by number and shows as a day (ECMA-376 18.8.30, with the Japanese ones). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** A format of the workbook's own: letters of a day outside of quotes, brackets and escapes. */
function isDateFormat(code: string): boolean {
  const plain = code.replace(/"[^"]*"|\\.|_.|\[(?!\$)[^\]]*\]|\[\$[^\]]*\]/g, '');
  return /[ydge]/i.test(plain) && !/^general$/i.test(plain.trim());
}

/** Which cell styles (the `s` of a cell) show their number as a day. */
export function readDateStyles(stylesXml: Uint8Array | undefined): ReadonlySet<number> {
  const dateFormats = new Map<number, boolean>();
  const dateStyles = new Set<number>();
  let styles: number | undefined;
  if (!stylesXml) return dateStyles;
  readXml(stylesXml, {
    onOpen: (name, attributes) => {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') dateFormats.set(id, isDateFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') styles = 0;
      if (name !== 'xf' || styles === undefined) return;
      if (dateFormats.get(id) ?? isBuiltInDate(id)) dateStyles.add(styles);
      styles += 1;
    },
    onClose: (name) => {
      if (name === 'cellXfs') styles = undefined;
    },
  });
  return dateStyles;
}

const dayMs = 24 * 60 * 60 * 1000;
const lastSerial = 2_958_465;

/** The day of a spreadsheet's serial number as `YYYY-MM-DD`; undefined where it is none. */
export function findSerialDay(serial: number, is1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 1 || whole > lastSerial) return undefined;
  // Serial 60 is 29 February 1900, which never was: before it, days are one off.
  const since1900 = whole < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const origin = is1904 ? Date.UTC(1904, 0, 1) : since1900;
  return new Date(origin + whole * dayMs).toISOString().slice(0, 10);
}
