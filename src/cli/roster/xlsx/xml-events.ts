import { SaxesParser } from 'saxes';

export interface XmlReader {
  /** Local name without prefix, attributes by their written name. */
  readonly onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly onText?: (text: string) => void;
  readonly onClose?: (name: string) => void;
}

/** Not well-formed, or with a document type: spreadsheets have none, and entities of one can blow up without end. */
export class XmlUnreadable extends Error {}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads an XML text from end to end. Throws XmlUnreadable. */
export function readXml(bytes: Uint8Array, { onOpen, onText, onClose }: XmlReader): void {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new XmlUnreadable();
  });
  parser.on('doctype', () => {
    throw new XmlUnreadable();
  });
  parser.on('opentag', ({ name, attributes }) => onOpen(localName(name), attributes));
  parser.on('text', (text) => onText?.(text));
  parser.on('cdata', (text) => onText?.(text));
  parser.on('closetag', ({ name }) => onClose?.(localName(name)));
  parser.write(new TextDecoder('utf-8').decode(bytes)).close();
}
