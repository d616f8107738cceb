import { create, fragment } from 'xmlbuilder2';
import { assert } from '../../domain';

/** An element: its name, its text or its children in order, its attributes. Texts are not empty. */
export type XmlContent =
  | readonly [name: string, content: string | readonly XmlContent[]]
  | readonly [name: string, content: string | readonly XmlContent[], attributes: Readonly<Record<string, string>>];

/** Step by which children are set in. */
const INDENT = ' ';

interface Tree {
  toText(offset: number): string;
  /** Nodes of its texts, in order. */
  readonly texts: { nodeValue: string | null }[];
}

/**
 * Writes a document of which one repeated part is large.
 *
 * @param document in which `<PART/>` stands, without content, wherever parts belong
 * @param parts for each such place the parts, one after the other
 */
export function writeDocument(
  document: XmlContent,
  comment: string,
  part: string,
  parts: readonly (readonly XmlContent[])[],
): string {
  const builder = create({ version: '1.0', encoding: 'UTF-8' });
  if (comment !== '') builder.com(` ${comment} `);
  addTo(builder, document, []);
  const pieces = builder.end({ prettyPrint: true, indent: INDENT }).split(new RegExp(` *<${part}/>\n`));
  assert(pieces.length === parts.length + 1, `the document has ${pieces.length - 1} places of ${part}`);
  const writer = new ShapedWriter();
  const filled = parts.map((some) => some.map((content) => `${writer.write(content, PART_DEPTH)}\n`).join(''));
  return `${pieces.map((piece, index) => `${piece}${filled[index] ?? ''}`).join('')}\n`;
}

/** How deep parts stand. */
const PART_DEPTH = 3;

type Builder = ReturnType<typeof fragment>;

function addTo(parent: Builder, [name, content, attributes = {}]: XmlContent, texts: Tree['texts']): void {
  const element = parent.ele(name, attributes);
  if (typeof content !== 'string') {
    for (const child of content) addTo(element, child, texts);
    return;
  }
  const node = element.txt(content).node.lastChild;
  assert(node !== null, `${name} has no text`);
  texts.push(node);
}

/**
 * Writes elements of few shapes many times. To build a tree costs a hundred times what it costs to write it, so the tree
 * of each shape is built once and its texts are put in anew.
 */
class ShapedWriter {
  readonly #trees = new Map<string, Tree>();

  write(content: XmlContent, offset: number): string {
    const shape = shapeOf(content);
    const tree = this.#trees.get(shape) ?? treeOf(content);
    this.#trees.set(shape, tree);
    for (const [index, text] of textsOf(content).entries()) {
      const node = tree.texts[index];
      assert(node !== undefined && text !== '', 'a text of the shape');
      node.nodeValue = text;
    }
    return tree.toText(offset);
  }
}

function treeOf(content: XmlContent): Tree {
  const root = fragment();
  const texts: Tree['texts'] = [];
  addTo(root, content, texts);
  return { texts, toText: (offset) => root.toString({ prettyPrint: true, indent: INDENT, offset }) };
}

/** Names and attributes of an element and all within it. */
function shapeOf([name, content, attributes]: XmlContent): string {
  const inner = typeof content === 'string' ? '' : content.map(shapeOf).join();
  return `${name}${attributes === undefined ? '' : JSON.stringify(attributes)}(${inner})`;
}

function textsOf([, content]: XmlContent): readonly string[] {
  return typeof content === 'string' ? [content] : content.flatMap(textsOf);
}
