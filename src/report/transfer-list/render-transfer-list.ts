import { visibleText } from '../../domain';
import { type Language, textOf } from '../../messages';
import { escaped, htmlPage } from '../explanation/render-html';
import { type ListTable, listHead, listTables, listTitle, signatureLines } from './list-rows';
import type { TransferList } from './transfer-list';

/** The list as text. */
export function transferListText(list: TransferList, language: Language): string {
  const mark = list.rehearsal ? `${textOf('transfer.rehearsal', language)}\n\n` : '';
  const head = listHead(list, language).map(([name, value]) => `${name}: ${visibleText(value)}\n`);
  const tables = listTables(list, language).map((table) => `\n${table.title}\n${tableText(table)}`);
  const signatures = signatureLines(language).map((line) => `\n${line}\n\n${'_'.repeat(50)}\n`);
  return [mark, `${listTitle(list, language)}\n\n`, ...head, ...tables, ...signatures].join('');
}

function tableText({ columns, right, rows }: ListTable): string {
  const lines = [columns, ...rows].map((row) => row.map(visibleText));
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => Array.from(line[index] ?? '').length)));
  const padded = (cell: string, index: number): string => {
    const blanks = ' '.repeat((widths[index] ?? 0) - Array.from(cell).length);
    return right.includes(index) ? blanks + cell : cell + blanks;
  };
  return lines.map((line) => `${line.map(padded).join('  ').trimEnd()}\n`).join('');
}

/** The list as a page to print: one file, nothing fetched. */
export function transferListHtml(list: TransferList, language: Language): string {
  const title = listTitle(list, language);
  const mark = list.rehearsal ? `<p class="mark">${escaped(textOf('transfer.rehearsal', language))}</p>\n` : '';
  const head = listHead(list, language).map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>\n`);
  const signatures = signatureLines(language).map((line) => `<p class="signature">${escaped(line)}</p>\n`);
  const tables = listTables(list, language).map(tableHtml);
  const body = `${mark}<h1>${escaped(title)}</h1>\n<dl>\n${head.join('')}</dl>\n${tables.join('')}${signatures.join('')}`;
  return htmlPage({ language, title, body, style: LIST_STYLE });
}

/** Looks of a list to print. */
export const LIST_STYLE = `
body { max-width: 75rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
td { overflow-wrap: anywhere; }
tr { break-inside: avoid; }
.signature { display: inline-block; width: 45%; margin: 4rem 4% 0 0; padding-top: .3rem; border-top: 1px solid var(--ink); }`;

/** A table of a list. */
export function tableHtml({ title, columns, right, rows }: ListTable): string {
  const row = (cells: readonly string[], tag: string): string => {
    const scope = tag === 'th' ? ' scope="col"' : '';
    const look = (index: number): string => (right.includes(index) ? ' class="right"' : '');
    return `<tr>${cells.map((text, index) => `<${tag}${scope}${look(index)}>${escaped(text)}</${tag}>`).join('')}</tr>\n`;
  };
  const body = rows.map((cells) => row(cells, 'td')).join('');
  return `<h2>${escaped(title)}</h2>\n<div class="scroll"><table>\n<thead>${row(columns, 'th')}</thead>\n<tbody>\n${body}</tbody>\n</table></div>\n`;
}
