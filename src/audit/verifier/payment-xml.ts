/** An element of a payment file: its own text, or the elements within it. */
export interface PaymentElement {
  readonly name: string;
  readonly attributes: string;
  readonly line: number;
  text: string;
  readonly children: PaymentElement[];
}

/** Where a payment file is not as the program writes it. */
export class PaymentXmlError extends Error {
  constructor(readonly line: number) {
    super(`line ${line}`);
  }
}

/** A declaration or a comment, a tag, or text: nothing else stands in a file of payments. */
const PIECE =
  /<\?xml [^<>]*\?>|<!--(?:(?!--).)*-->|<(\/?)([A-Za-z][A-Za-z0-9]*)((?: [A-Za-z:]+="[^"<]*")*)(\/?)>|([^<>]+)/sy;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads the little XML that payment files are written in: elements with text or elements, plain attributes, the five named
 * entities. What is more (a document type, CDATA, instructions, prefixes, text beside elements) is refused.
 *
 * @returns the outermost element
 * @throws PaymentXmlError with the line
 */
export function readPaymentXml(text: string): PaymentElement {
  const outside: PaymentElement = { name: '', attributes: '', line: 1, text: '', children: [] };
  const open = [outside];
  let line = 1;
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < text.length) {
    const [piece, end, name, attributes = '', empty, words] = PIECE.exec(text) ?? [];
    const within = open.at(-1);
    if (piece === undefined || within === undefined) throw new PaymentXmlError(line);
    if (words !== undefined) within.text += unescaped(words, line);
    else if (name !== undefined && end === '/') {
      if (within.name !== name || attributes !== '' || empty !== '' || isMixed(within)) throw new PaymentXmlError(line);
      open.pop();
    } else if (name !== undefined) {
      const element: PaymentElement = { name, attributes, line, text: '', children: [] };
      within.children.push(element);
      if (empty === '') open.push(element);
    }
    line += piece.split('\n').length - 1;
  }
  const [root, ...others] = outside.children;
  if (root === undefined || others.length > 0 || open.length !== 1 || isMixed(outside)) throw new PaymentXmlError(line);
  return root;
}

function isMixed({ children, text }: PaymentElement): boolean {
  return children.length > 0 && text.trim() !== '';
}

function unescaped(text: string, line: number): string {
  return text.replace(/&([a-z]*);?/g, (whole, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined || !whole.endsWith(';')) throw new PaymentXmlError(line);
    return character;
  });
}

/** Elements of a name within another. */
export function elementsOf(element: PaymentElement, name: string): readonly PaymentElement[] {
  return element.children.filter((child) => child.name === name);
}

/**
 * The one element at the end of a path.
 *
 * @throws PaymentXmlError where there is none, or more than one
 */
export function onlyElement(element: PaymentElement, ...path: readonly string[]): PaymentElement {
  return path.reduce((outer, name) => {
    const [only, ...others] = elementsOf(outer, name);
    if (only === undefined || others.length > 0) throw new PaymentXmlError(outer.line);
    return only;
  }, element);
}
