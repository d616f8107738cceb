import { TABLE_SPECS } from '../tables/table-specs';
import type { SnapshotMeta } from './snapshot-meta';

/**
 * Columns that a real ledger wants and that the extract neither had nor left out on purpose (data contract 1, "Near
 * misses"), as `persons.death_date`.
 */
export function columnsWanted(meta: Pick<SnapshotMeta, 'files' | 'columns'>): string[] {
  return meta.files.flatMap(({ table, columnOf }) => {
    if (table === 'extract') return [];
    const mapped = meta.columns?.[table] ?? {};
    return TABLE_SPECS[table].fields.flatMap((field, index) => {
      const isThere = (columnOf[index] ?? -1) >= 0;
      return field.wanted && !isThere && mapped[field.name] !== null ? [`${table}.${field.name}`] : [];
    });
  });
}
