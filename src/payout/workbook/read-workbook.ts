import { strFromU8, unzipSync } from 'fflate';
import { childrenOf, elementAt, parseXml, textAt, type XmlElement } from '../bank/xml-document';

/** Files of a workbook that are larger than this are not opened. */
const PART_BYTES_MAX = 500_000_000;

/**
 * Texts of a sheet by row, as they stand in its cells; a cell without a value, and what a formula comes to, are empty.
 * undefined where the bytes are no workbook with that sheet.
 */
export function readSheet(bytes: Uint8Array, sheet: string): string[][] | undefined {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => /^xl\/.*\.xml$/.test(name) && originalSize <= PART_BYTES_MAX,
    });
    const root = (name: string, element: string): XmlElement | undefined =>
      elementAt(parseXml(strFromU8(files[`xl/${name}.xml`] ?? new Uint8Array())), element);
    const names = childrenOf(elementAt(root('workbook', 'workbook'), 'sheets'), 'sheet').map((one) => one['@name']);
    const place = names.indexOf(sheet) + 1;
    if (place === 0) return undefined;
    const shared = childrenOf(root('sharedStrings', 'sst'), 'si').map((one) => textAt(one, 't'));
    const data = elementAt(root(`worksheets/sheet${place}`, 'worksheet'), 'sheetData');
    return childrenOf(data, 'row').map((row) => cellsOf(row, shared));
  } catch {
    return undefined;
  }
}

function cellsOf(row: XmlElement, shared: readonly string[]): string[] {
  const cells: string[] = [];
  for (const cell of childrenOf(row, 'c')) {
    const value = textAt(cell, 'f') === '' ? textAt(cell, 'v') : '';
    cells[columnOf(String(cell['@r']))] = cell['@t'] === 's' ? (shared[Number(value)] ?? '') : value;
  }
  return Array.from(cells, (cell) => cell ?? '');
}

/** Column from 0 of a place such as `AB17`. */
function columnOf(place: string): number {
  const letters = /^[A-Z]+/.exec(place)?.[0] ?? 'A';
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
