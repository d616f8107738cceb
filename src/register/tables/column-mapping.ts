import { type ErrorDetail, NorsktilskuddError } from '../../domain';
import { TABLES } from './table-spec';
import { TABLE_SPECS } from './table-specs';

/** Names of columns of the user's own: table, column, name in the header (`--columns`). */
export type ColumnMapping = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Reads the value of a mapping file, JSON of the form `{"persons": {"birth_date": "FØDT"}}`. Stops with everything that is wrong:
 * tables and columns that do not exist, names that are no text.
 */
export function parseColumnMapping(value: unknown, file: string): ColumnMapping {
  const read = schema().safeParse(value);
  if (!read.success) throw new NorsktilskuddError('input', 'COLUMN_MAPPING_FORM', { file });
  const details: ErrorDetail[] = [];
  for (const [table, columns] of Object.entries(read.data)) {
    const known = TABLES.find((each) => each === table);
    if (known === undefined) {
      details.push({ code: 'COLUMN_MAPPING_TABLE', params: { table, tables: TABLES.join(', ') } });
      continue;
    }
    const names = TABLE_SPECS[known].fields.map((field) => field.name);
    for (const column of Object.keys(columns)) {
      if (!names.includes(column)) {
        details.push({ code: 'COLUMN_MAPPING_COLUMN', params: { table, column, columns: names.join(', ') } });
      }
    }
  }
  if (details.length > 0) throw new NorsktilskuddError('input', 'COLUMN_MAPPING_WRONG', { file }, details);
  return read.data;
}

/** Made where a mapping is read: the library takes long to load, and most extracts need no mapping. */
function schema() {
  const { z }: typeof import('zod') = require('zod');
  return z.record(z.string(), z.record(z.string(), z.string().trim().min(1)));
}
