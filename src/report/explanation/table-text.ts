import { formatKroner, formatWhole, visibleText } from '../../domain';
import { explainWord, type Language } from '../../messages';
import type { Table } from './explanation';

/** Cells of a table as texts, the heading first. */
export function tableCells(table: Table, language: Language): string[][] {
  const head = table.columns.map(({ name }) => explainWord(name, language));
  const rows = table.rows.map((row) =>
    row.map((cell, index) => {
      if (typeof cell === 'string') return visibleText(explainWord(cell, language));
      return table.columns[index]?.name.endsWith('_nok') ? formatKroner(cell) : formatWhole(cell);
    }),
  );
  return [head, ...rows];
}

/** A table as aligned text. */
export function tableText(table: Table, language: Language, indent: string): string {
  const cells = tableCells(table, language);
  const widths = table.columns.map((_, index) => Math.max(...cells.map((row) => (row[index] ?? '').length)));
  return cells
    .map((row) => {
      const padded = row.map((cell, index) =>
        table.columns[index]?.align === 'right' ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
      );
      return `${indent}${padded.join('  ').trimEnd()}\n`;
    })
    .join('');
}
