import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream } from 'pdf-lib';
import type { QrModules } from '../camera/qr-modules';

/** A filled rectangle's place, as the card's page draws it. */
const placed = /1 0 0 1 (-?[\d.]+) (-?[\d.]+) cm/g;
const width = /0 (-?[\d.]+) l/;

/** Reads the QR code off a printed day card, as a camera before the paper would. */
export async function readDayCard(pdf: Uint8Array): Promise<QrModules> {
  const [page] = (await PDFDocument.load(pdf)).getPages();
  const contents = page?.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((part) => page?.doc.context.lookup(part)) : [contents];
  const drawn = streams
    .filter((stream) => stream instanceof PDFRawStream)
    .map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'))
    .join('\n');
  const step = Number(width.exec(drawn)?.[1]);
  const places = [...drawn.matchAll(placed)]
    .map(([, x, y]) => ({ x: Number(x), y: Number(y) }))
    .filter(({ x, y }) => x > 0 && y > 0);
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.max(...places.map(({ y }) => y));
  const dark = new Set(places.map(({ x, y }) => `${Math.round((x - left) / step)},${Math.round((top - y) / step)}`));
  const size = Math.round((Math.max(...places.map(({ x }) => x)) - left) / step) + 1;
  const modules = Array.from({ length: size * size }, (_, at) => (dark.has(`${at % size},${Math.floor(at / size)}`) ? 1 : 0));
  return { size, modules };
}
