import { type X2jOptions, XMLParser } from 'fast-xml-parser';
import { errorDetail, NorsktilskuddError } from '../../domain';

/** An element: its attributes under `@name`, its text under `#text`, and its children by name, each a list. */
export interface XmlElement {
  readonly [name: string]: readonly XmlElement[] | string | undefined;
}

/** A document of ISO 20022: the version that its namespace names, and the element within `Document`. */
export interface XmlDocument {
  /** `pain.002.001.03`, as the namespace ends. */
  readonly version: string;
  readonly message: XmlElement;
  /** The whole message as text, without its declaration: what is held to the schema. */
  readonly text: string;
}

/** Largest file that is read, in bytes. */
const XML_BYTES_MAX = 200 * 1024 * 1024;

/** The first element, behind whatever may stand before it. */
const ROOT = /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*<(?:([\w.-]+):)?Document\b([^>]*)>/;
const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:';
/** Character sets that a declaration may name, as TextDecoder knows them. */
const CHARACTER_SETS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  'utf-16': 'utf-16le',
  'iso-8859-1': 'iso-8859-1',
  'iso-8859-15': 'iso-8859-15',
  'windows-1252': 'windows-1252',
  'us-ascii': 'utf-8',
};

/** Elements of which a message has one a payment: each is made a tree when it is read, since all at once take much memory. */
export type MessagePart = (typeof PARTS)[number];
const PARTS = ['CdtTrfTxInf', 'TxInfAndSts', 'Ntry'] as const;

const OPTIONS: X2jOptions = {
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  alwaysCreateTextNode: true,
  ignorePiTags: true,
  // Characters by their numbers, `&#248;`, too.
  htmlEntities: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
};
const PARSER = new XMLParser({ ...OPTIONS, stopNodes: PARTS.map((name) => `*.${name}`) });
const PART_PARSER = new XMLParser(OPTIONS);

/**
 * Reads a message of ISO 20022. Trusts the byte order mark, then the declaration; nothing outside the file is read.
 *
 * @throws NorsktilskuddError input BANK_FILE_UNREADABLE with the reason as a detail
 */
export function readXmlDocument(bytes: Uint8Array, file: string): XmlDocument {
  if (bytes.length > XML_BYTES_MAX) throw unreadable(file, errorDetail('XML_TOO_LARGE', { limit: XML_BYTES_MAX }));
  const text = decode(bytes, file);
  const place = /<!(?:DOCTYPE|ENTITY)/i.exec(text);
  if (place) throw unreadable(file, errorDetail('XML_DOCTYPE', { line: lineOf(text, place.index) }));
  const root = parse(text, file);
  const documents = childrenOf(root, 'Document');
  const [document] = documents;
  if (document === undefined || documents.length > 1) throw unreadable(file, errorDetail('XML_NO_DOCUMENT', {}));
  const version = namespaceOf(text).replace(NAMESPACE, '');
  const messages = Object.entries(document).flatMap(([name, value]) =>
    name.startsWith('@') || name === '#text' || value === undefined || typeof value === 'string' ? [] : value,
  );
  const [message] = messages;
  if (message === undefined) throw unreadable(file, errorDetail('XML_NO_DOCUMENT', {}));
  return { version, message, text: text.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '') };
}

/** The tree of a part of a file that this program has written, or of one in its form. */
export function parseXml(text: string): XmlElement {
  return PART_PARSER.parse(text);
}

function parse(text: string, file: string): XmlElement {
  try {
    const root: XmlElement = PARSER.parse(text, true);
    return root;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw unreadable(file, errorDetail('XML_MALFORMED', { reason }));
  }
}

/** The namespace of the root, by its prefix or without one; the parser leaves declarations out. */
function namespaceOf(text: string): string {
  const [, prefix, attributes = ''] = ROOT.exec(text) ?? [];
  const name = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`;
  const declared = Array.from(attributes.matchAll(/([\w:.-]+)\s*=\s*["']([^"']*)["']/g));
  return declared.find(([, key]) => key === name)?.[2] ?? '';
}

function decode(bytes: Uint8Array, file: string): string {
  const [first = 0, second = 0, third = 0] = bytes;
  const marked =
    first === 0xef && second === 0xbb && third === 0xbf
      ? 'utf-8'
      : first === 0xff && second === 0xfe
        ? 'utf-16le'
        : first === 0xfe && second === 0xff
          ? 'utf-16be'
          : undefined;
  const head = new TextDecoder('iso-8859-1').decode(bytes.subarray(0, 200));
  const declared = /^[^<]*<\?xml[^>]*\bencoding=["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  const meant = CHARACTER_SETS[declared.toLowerCase()];
  const named = marked ?? meant;
  if (named === undefined) throw unreadable(file, errorDetail('XML_CHARACTER_SET', { declared }));
  if (marked === 'utf-8' && meant !== marked) {
    throw unreadable(file, errorDetail('XML_NOT_AS_DECLARED', { declared, line: 1 }));
  }
  try {
    return new TextDecoder(named, { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(file, errorDetail('XML_NOT_AS_DECLARED', { declared: named, line: lineOfBadByte(bytes) }));
  }
}

/** Line of the first byte that is no UTF-8. */
function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0x0a) continue;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, index));
    } catch {
      return line;
    }
    start = index + 1;
    line += 1;
  }
  return line;
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

function unreadable(file: string, detail: ReturnType<typeof errorDetail>): NorsktilskuddError {
  return new NorsktilskuddError('input', 'BANK_FILE_UNREADABLE', { file }, [detail]);
}

/** Children of that name, none where there are none. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  const found = element?.[name];
  return found === undefined || typeof found === 'string' ? [] : found;
}

/** What is read of each part of that name; none of them stands in memory longer than it is read. */
export function readParts<T>(
  element: XmlElement,
  name: MessagePart,
  read: (part: XmlElement, index: number) => T,
): T[] {
  return childrenOf(element, name).map(({ '#text': inner }, index) => {
    const whole = parseXml(`<${name}>${typeof inner === 'string' ? inner : ''}</${name}>`);
    return read(childrenOf(whole, name)[0] ?? {}, index);
  });
}

/** The first element at a path of names, `GrpHdr/InitgPty`. */
export function elementAt(element: XmlElement | undefined, path: string): XmlElement | undefined {
  return path.split('/').reduce<XmlElement | undefined>((found, name) => childrenOf(found, name)[0], element);
}

/** Text of the first element at a path; empty where there is none. */
export function textAt(element: XmlElement | undefined, path: string): string {
  const text = elementAt(element, path)?.['#text'];
  return typeof text === 'string' ? text : '';
}

/** An attribute of the first element at a path; empty where there is none. */
export function attributeAt(element: XmlElement | undefined, path: string, name: string): string {
  const value = elementAt(element, path)?.[`@${name}`];
  return typeof value === 'string' ? value : '';
}
