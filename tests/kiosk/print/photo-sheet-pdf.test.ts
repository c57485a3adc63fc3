// @vitest-environment node
import { PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFObject } from 'pdf-lib';
import { expect, it } from 'vitest';
import { papers, sheetFor } from '../../../src/domain/photo/sheet/sheet';
import { makePhotoSheetPdf } from '../../../src/kiosk/print/photo-sheet-pdf';
import { sampleJpeg } from '../../support/sample-jpeg';

const pointsPerMm = 72 / 25.4;
const validity = '2026.11.20 - 2027.05.20';
const photo = sampleJpeg({ byteLength: 30_000 });

it.each(['photoL', 'postcard', 'a4'] as const)('is a PDF of exactly one %s, not to be scaled', async (paper) => {
  const pdf = await PDFDocument.load(await makePhotoSheetPdf(sheetFor(paper), photo, validity), { updateMetadata: false });
  const { width, height } = pdf.getPage(0).getMediaBox();
  expect(pdf.getPageCount()).toBe(1);
  expect(width / pointsPerMm).toBeCloseTo(papers[paper].widthMm, 3);
  expect(height / pointsPerMm).toBeCloseTo(papers[paper].heightMm, 3);
  expect(pdf.catalog.getViewerPreferences()?.getPrintScaling()).toBe('None');
});

it('carries the photo’s own bytes, once', async () => {
  const pdf = await PDFDocument.load(await makePhotoSheetPdf(sheetFor('a4'), photo, validity));
  const pictures = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => (isPicture(object) ? [object] : []));
  expect(pictures).toHaveLength(1);
  expect(Buffer.from(pictures[0]?.contents ?? []).equals(Buffer.from(photo))).toBe(true);
});

it('is the same file for the same photo, and tells of no time and no program', async () => {
  const [one, other] = [
    await makePhotoSheetPdf(sheetFor('photoL'), photo, validity),
    await makePhotoSheetPdf(sheetFor('photoL'), photo, validity),
  ];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  const pdf = await PDFDocument.load(one, { updateMetadata: false });
  expect([pdf.getCreationDate(), pdf.getModificationDate(), pdf.getAuthor(), pdf.getTitle()]).toEqual(Array(4).fill(undefined));
});

function isPicture(object: PDFObject): object is PDFRawStream {
  return (
    object instanceof PDFRawStream &&
    object.dict instanceof PDFDict &&
    object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
  );
}
