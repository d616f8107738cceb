import { at, type Finding, finding, foldName, type MessageParams, resemblesName, showInvisible } from '../../domain';
import { fileReject, type Reject } from '../rejects/reject-log';
import type { RejectRule } from '../rejects/reject-rules';
import { maskValue } from '../rejects/reject-rules';
import type { ColumnMapping } from '../tables/column-mapping';
import type { FieldSpec } from '../tables/table-specs';
import type { TableStart } from './open-text';
import { parseHeader, type Separator } from './split-records';

/** Which column of a file holds which field. */
export interface TableHeader {
  readonly separator: Separator;
  readonly line: number;
  /** Cells of the header as they may be shown. */
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
  readonly fields: readonly HeaderField[];
}

/** A column: `wanted` where a real ledger wants it to be there, or to be left out on purpose. */
export type HeaderField = Pick<FieldSpec, 'name' | 'aliases' | 'required'> & { readonly wanted?: boolean };

const SEPARATORS: readonly Separator[] = [';', ',', '\t'];

/**
 * Reads the header line of a table: separator, columns by name, alias or mapping (data contract 1). No cell of it is
 * shown unless one of them is a known name, for the line may be a row of somebody.
 */
export function readTableHeader(
  start: Pick<TableStart, 'header' | 'headerLine' | 'named'>,
  file: string,
  spec: HeaderSpec,
  mapping: ColumnMapping,
): HeaderReading {
  const { header: line, headerLine, named } = start;
  const fault = (rule: RejectRule, column: string, value: string, params: MessageParams = {}): Reject =>
    fileReject(file, rule, { line: headerLine, column, value }, params);
  const nothing = (reject: Reject): HeaderReading => ({ header: undefined, rejects: [reject], findings: [] });
  const separators = SEPARATORS.filter((separator) => named === undefined || separator === named);
  if (named !== undefined && separators.length === 0) {
    return nothing(fileReject(file, 'SEPARATOR_UNKNOWN', { line: 1, value: showInvisible(named) }));
  }
  if (line.length === 0 || line.includes(0)) return nothing(fault('FILE_UNREADABLE', '', ''));
  const best = bestReading(start, separators, spec, mapping);
  if (best === undefined) return nothing(fault('HEADER_QUOTING', '', ''));
  if (!knowsColumn(best)) {
    const other = named === undefined ? undefined : bestReading(start, SEPARATORS, spec, mapping);
    if (other && knowsColumn(other)) return nothing(fault('SEPARATOR_DIFFERS', '', showInvisible(named ?? '')));
    const names = spec.fields.filter(({ required }) => required).map(({ name }) => name);
    return nothing(fault('HEADER_UNKNOWN', '', '', { columns: names.join(', ') }));
  }
  const forms = best.cells.map(foldName);
  const rejects = spec.fields.flatMap((field, index) => {
    const mappedAway = JSON.stringify({ [spec.table]: { [field.name]: null } });
    const params = { column: field.name, alias: field.aliases.join(', ') || field.name, mapping: mappedAway };
    const names = namesOf(spec.table, field, mapping);
    const columns = { own: at(best.columnOf, index), all: columnsOf(forms, names) };
    return columnFault(best, field, names, columns).map(({ rule, value }) => fault(rule, field.name, value, params));
  });
  const header = { ...best, cells: best.cells.map(showInvisible) };
  const reported = new Set(
    rejects.flatMap(({ rule, value }) => (rule === 'COLUMN_RESEMBLES' ? value.split(', ') : [])),
  );
  const ignored = ignoredColumns(file, headerLine, header).filter(({ column }) => !reported.has(column));
  const inVain = mappedInVain(file, spec, header, mapping);
  const isRejected = (column: string): boolean => rejects.some((reject) => reject.column === column);
  const findings = [...ignored, ...inVain.filter(({ column }) => !isRejected(column))];
  return { header, rejects, findings };
}

function knowsColumn({ columnOf }: TableHeader): boolean {
  return columnOf.some((column) => column >= 0);
}

/** The header as the separator reads it that finds most columns, its cells as they stand in the file. */
function bestReading(
  start: Pick<TableStart, 'header' | 'headerLine'>,
  separators: readonly Separator[],
  spec: HeaderSpec,
  mapping: ColumnMapping,
): TableHeader | undefined {
  let best: TableHeader | undefined;
  let bestKnown = -1;
  for (const separator of separators) {
    const cells = parseHeader(start.header, separator);
    if (cells === undefined) continue;
    const forms = cells.map(foldName);
    const columnOf = spec.fields.map((field) => columnsOf(forms, namesOf(spec.table, field, mapping))[0] ?? -1);
    const known = columnOf.filter((column) => column >= 0).length;
    if (known > bestKnown || (known === bestKnown && cells.length > (best?.cells.length ?? 0))) {
      best = { separator, line: start.headerLine, cells, columnOf };
      bestKnown = known;
    }
  }
  return best;
}

/** Names under which a field may stand: the mapped one alone where the file has it; null where it is left out. */
interface FieldNames {
  readonly mapped: string | null | undefined;
  readonly names: readonly string[];
  /** The names in their form. */
  readonly forms: readonly string[];
}

/** Names of fields by field: a thousand files of rates have the same columns. */
const NAMES = new WeakMap<HeaderField, Pick<FieldNames, 'names' | 'forms'>>();

function namesOf(table: string, field: HeaderField, mapping: ColumnMapping): FieldNames {
  const names = [field.name, ...field.aliases];
  const known = NAMES.get(field) ?? { names, forms: names.map(foldName) };
  NAMES.set(field, known);
  return { mapped: mapping[table]?.[field.name], ...known };
}

/** @param cells of the header in their form */
function columnsOf(cells: readonly string[], { mapped, forms }: FieldNames): number[] {
  if (mapped === null) return [];
  const places = (wanted: readonly string[]): number[] =>
    cells.flatMap((cell, column) => (wanted.includes(cell) ? [column] : []));
  const ofMapped = mapped === undefined ? [] : places([foldName(mapped)]);
  return ofMapped.length > 0 ? ofMapped : places(forms);
}

/** What is wrong with a column: it stands twice, is not there, or is there under a name that only resembles its own. */
function columnFault(
  header: TableHeader,
  field: HeaderField,
  names: FieldNames,
  { own: column, all: columns }: { readonly own: number; readonly all: readonly number[] },
): { rule: RejectRule; value: string }[] {
  const shown = (places: readonly number[]): string =>
    places.map((place) => maskValue(at(header.cells, place), false)).join(', ');
  if (columns.length > 1) return [{ rule: 'COLUMN_TWICE', value: shown(columns) }];
  if (column >= 0 || names.mapped === null) return [];
  const known = names.mapped === undefined ? names.names : [names.mapped, ...names.names];
  const alike = header.cells.flatMap((cell, place) =>
    !header.columnOf.includes(place) && known.some((name) => resemblesName(cell, name)) ? [place] : [],
  );
  if (alike.length > 0) return [{ rule: 'COLUMN_RESEMBLES', value: shown(alike) }];
  if (field.required) return [{ rule: 'COLUMN_MISSING', value: '' }];
  return field.wanted === true ? [{ rule: 'COLUMN_WANTED', value: '' }] : [];
}

function ignoredColumns(file: string, line: number, header: TableHeader): Finding[] {
  const used = new Set(header.columnOf.filter((column) => column >= 0));
  return header.cells.flatMap((cell, place) => {
    if (used.has(place) || cell === '') return [];
    const column = maskValue(cell, false);
    return [finding('info', 'COLUMN_IGNORED', { file, line, column }, { column })];
  });
}

/** Columns that may be missing and are, though the mapping names them: nothing of them is read. */
function mappedInVain(file: string, spec: HeaderSpec, header: TableHeader, mapping: ColumnMapping): Finding[] {
  return spec.fields.flatMap((field, index) => {
    const { mapped } = namesOf(spec.table, field, mapping);
    if (field.required || typeof mapped !== 'string' || at(header.columnOf, index) >= 0) return [];
    const place = { file, line: header.line, column: field.name };
    return [finding('warning', 'COLUMN_MAPPED_IN_VAIN', place, { column: field.name, name: maskValue(mapped, false) })];
  });
}
