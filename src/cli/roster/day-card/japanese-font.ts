import { type PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef } from 'pdf-lib';

/**
 * A Japanese font that every PDF program has or replaces (Adobe-Japan1, not embedded): a card of a few lines must not
 * carry megabytes of letters, and the names of venues may hold any of them.
 */
export function addJapaneseFont(pdf: PDFDocument): PDFRef {
  const { context } = pdf;
  const name = 'HeiseiKakuGo-W5';
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: [-92, -250, 1010, 922],
      ItalicAngle: 0,
      Ascent: 752,
      Descent: -221,
      CapHeight: 737,
      StemV: 114,
    }),
  );
  const letters = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFHexString.of(hex('Adobe')), Ordering: PDFHexString.of(hex('Japan1')), Supplement: 5 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [1, [278], 2, 230, 500],
    }),
  );
  const font = { Type: 'Font', Subtype: 'Type0', BaseFont: name, Encoding: 'UniJIS-UTF16-H', DescendantFonts: [letters] };
  return context.register(context.obj(font));
}

/** Names the font on a page; the name is for its text operators. */
export function useFontOn(page: PDFPage, font: PDFRef): PDFName {
  const name = PDFName.of('Japanese');
  page.node.setFontDictionary(name, font);
  return name;
}

/** A text as the font's encoding takes it: UTF-16, big end first. */
export function japaneseText(text: string): PDFHexString {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0'));
  return PDFHexString.of(units.join(''));
}

const hex = (text: string): string => [...text].map((letter) => letter.charCodeAt(0).toString(16)).join('');
