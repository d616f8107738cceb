import * as z from 'zod';
import { type ErrorDetail, errorDetail, foldName, NorsktilskuddError, showInvisible } from '../../domain';
import { type FieldSpec, TABLE_SPECS, TABLES, type TableName } from './table-specs';

/** Names of columns of the user's own: table, column, name in the header, null for one left out (`--columns`). */
export type ColumnMapping = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/**
 * Reads the value of a mapping file, JSON of the form `{"persons": {"birth_date": "FØDT"}}`. Stops with everything that
 * is wrong: tables and columns that do not exist, names that are no text, columns that must be there and are left out,
 * names that two columns of the table would be read from.
 */
export function parseColumnMapping(value: unknown, file: string): ColumnMapping {
  const read = SCHEMA.safeParse(value);
  if (!read.success) throw new NorsktilskuddError('input', 'COLUMN_MAPPING_FORM', { file });
  const details: ErrorDetail[] = [];
  for (const [table, columns] of Object.entries(read.data)) {
    const known = TABLES.find((each) => each === table);
    if (known === undefined) {
      details.push(errorDetail('COLUMN_MAPPING_TABLE', { table: showInvisible(table), tables: TABLES.join(', ') }));
      continue;
    }
    details.push(...columnFaults(known, columns));
  }
  if (details.length > 0) throw new NorsktilskuddError('input', 'COLUMN_MAPPING_WRONG', { file }, details);
  return read.data;
}

function columnFaults(table: TableName, columns: Readonly<Record<string, string | null>>): ErrorDetail[] {
  const { fields } = TABLE_SPECS[table];
  return Object.entries(columns).flatMap(([column, name]): ErrorDetail[] => {
    const field = fields.find((each) => each.name === column);
    if (field === undefined) {
      const names = fields.map((each) => each.name).join(', ');
      return [errorDetail('COLUMN_MAPPING_COLUMN', { table, column: showInvisible(column), columns: names })];
    }
    if (name === null) return field.required ? [errorDetail('COLUMN_MAPPING_NEEDED', { table, column })] : [];
    const form = foldName(name);
    const other = fields.find((each) => each !== field && formsOf(each, columns).includes(form));
    if (other === undefined) return [];
    const shared = { table, column, name: showInvisible(name), other: other.name };
    return [errorDetail('COLUMN_MAPPING_SHARED', shared)];
  });
}

/** Names under which a column is looked for first, as they are compared. */
function formsOf(field: FieldSpec, columns: Readonly<Record<string, string | null>>): string[] {
  const mapped = columns[field.name];
  if (mapped === null) return [];
  return (mapped === undefined ? [field.name, ...field.aliases] : [mapped]).map(foldName);
}

const SCHEMA = z.record(z.string(), z.record(z.string(), z.string().trim().min(1).nullable()));
