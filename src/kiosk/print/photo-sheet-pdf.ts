import { PDFDocument, PrintScaling, rgb, StandardFonts } from 'pdf-lib';
import { photoLimits } from '../../domain/photo/photo-limits';
import { type Line, rulerMm, type Sheet } from '../../domain/photo/sheet/sheet';

const pointsPerMm = 72 / 25.4;
const markColour = rgb(0.45, 0.45, 0.45);

/**
 * The sheet as a PDF of exactly the paper's size, asking printers not to scale it. The photo's JPEG is put in as it
 * is, once; nothing in the file tells of the person or the tablet, and of the time only
 * the days between which the photo can be used.
 */
export async function makePhotoSheetPdf(sheet: Sheet, jpeg: Uint8Array, validity: string): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const page = pdf.addPage([sheet.widthMm * pointsPerMm, sheet.heightMm * pointsPerMm]);
  pdf.catalog.getOrCreateViewerPreferences().setPrintScaling(PrintScaling.None);
  const photo = await pdf.embedJpg(jpeg);
  const x = (mm: number): number => mm * pointsPerMm;
  const y = (mm: number): number => (sheet.heightMm - mm) * pointsPerMm;
  const [width, height] = [x(photoLimits.widthMm), x(photoLimits.heightMm)];
  for (const { xMm, yMm } of sheet.photos) {
    page.drawImage(photo, { x: x(xMm), y: y(yMm + photoLimits.heightMm), width, height });
  }
  const draw = ({ from, to }: Line): void =>
    page.drawLine({
      start: { x: x(from[0]), y: y(from[1]) },
      end: { x: x(to[0]), y: y(to[1]) },
      thickness: 0.25,
      color: markColour,
    });
  for (const line of [...sheet.marks, ...sheet.ruler]) draw(line);
  const [rulerX, rulerY] = sheet.ruler[0]?.to ?? [0, 0];
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  page.drawText(`${rulerMm} mm`, { x: x(rulerX + 1.5), y: y(rulerY), size: 7, font, color: markColour });
  page.drawText(validity, { x: x(sheet.ruler[0]?.from[0] ?? 0), y: y(rulerY - 4), size: 7, font, color: markColour });
  return new Uint8Array(await pdf.save());
}
