import { at, type Finding, finding } from '../../domain';
import { maskValue } from '../rejects/mask-value';
import { fileReject, type Reject } from '../rejects/reject-log';
import type { ColumnMapping } from '../tables/column-mapping';
import type { FieldSpec } from '../tables/table-spec';
import { parseHeader, type Separator } from './record-reader';

/** Which column of a file holds which field. */
export interface TableHeader {
  readonly separator: Separator;
  /** Cells of the header. */
  readonly cells: readonly string[];
  /** Column of each field of the table, -1 where the file has none. */
  readonly columnOf: readonly number[];
}

export interface HeaderReading {
  readonly header: TableHeader | undefined;
  readonly rejects: readonly Reject[];
  readonly findings: readonly Finding[];
}

/** What a header must say. */
export interface HeaderSpec {
  readonly table: string;
  readonly fields: readonly Pick<FieldSpec, 'name' | 'aliases' | 'required'>[];
}

const SEPARATORS: readonly Separator[] = [';', ',', '\t'];

/** Reads the header line of a table: separator, columns by name, alias or mapping (data contract 1). */
export function readTableHeader(line: Buffer, file: string, spec: HeaderSpec, mapping: ColumnMapping): HeaderReading {
  const best = line.includes(0) ? undefined : bestReading(line, spec, mapping);
  if (best === undefined) {
    return { header: undefined, rejects: [fileReject(file, 'FILE_UNREADABLE', { line: 1 })], findings: [] };
  }
  const rejects: Reject[] = [];
  spec.fields.forEach((field, index) => {
    const columns = columnsOf(best.cells, namesOf(spec.table, field, mapping));
    const params = { column: field.name, alias: field.aliases.join(', ') || field.name };
    if (columns.length > 1) {
      const names = columns.map((column) => at(best.cells, column)).join(', ');
      rejects.push(fileReject(file, 'COLUMN_TWICE', { line: 1, column: field.name, value: names }, params));
    } else if (at(best.columnOf, index) < 0 && field.required) {
      rejects.push(fileReject(file, 'COLUMN_MISSING', { line: 1, column: field.name }, params));
    }
  });
  return { header: best, rejects, findings: ignoredColumns(file, best) };
}

function bestReading(line: Buffer, spec: HeaderSpec, mapping: ColumnMapping): TableHeader | undefined {
  let best: TableHeader | undefined;
  let bestKnown = -1;
  for (const separator of SEPARATORS) {
    const cells = parseHeader(line, separator);
    if (cells === undefined) continue;
    const columnOf = spec.fields.map((field) => columnsOf(cells, namesOf(spec.table, field, mapping))[0] ?? -1);
    const known = columnOf.filter((column) => column >= 0).length;
    if (known > bestKnown || (known === bestKnown && cells.length > (best?.cells.length ?? 0))) {
      best = { separator, cells, columnOf };
      bestKnown = known;
    }
  }
  return best;
}

/** Names under which a field may stand, the mapped one alone where the file has it. */
function namesOf(
  table: string,
  field: HeaderSpec['fields'][number],
  mapping: ColumnMapping,
): { mapped: string | undefined; names: readonly string[] } {
  return { mapped: mapping[table]?.[field.name], names: [field.name, ...field.aliases] };
}

function columnsOf(
  cells: readonly string[],
  wanted: { mapped: string | undefined; names: readonly string[] },
): number[] {
  const places = (test: (cell: string) => boolean): number[] =>
    cells.flatMap((cell, column) => (test(cell) ? [column] : []));
  const mapped = wanted.mapped === undefined ? [] : places((cell) => cell === wanted.mapped);
  return mapped.length > 0 ? mapped : places((cell) => wanted.names.includes(cell));
}

/** Where no column is known and there are digits, the first line may be a row of somebody: none of its cells is told. */
function ignoredColumns(file: string, header: TableHeader): Finding[] {
  const used = new Set(header.columnOf.filter((column) => column >= 0));
  if (used.size === 0 && header.cells.some((cell) => /\d/.test(cell))) return [];
  return header.cells.flatMap((cell, place) => {
    if (used.has(place) || cell === '') return [];
    const column = maskValue(cell, false);
    return [finding('info', 'COLUMN_IGNORED', { file, line: 1, column }, { column })];
  });
}
