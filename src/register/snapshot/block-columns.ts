import type { TableName } from '../tables/table-spec';

export type ColumnType = 'f64' | 'i32' | 'u32' | 'u16' | 'u8';

/** Bytes of one value. */
export const TYPE_BYTES: Readonly<Record<ColumnType, number>> = { f64: 8, i32: 4, u32: 4, u16: 2, u8: 1 };

/** Column of a stored block: the field of the table that it holds, or `line`. */
export interface BlockColumn {
  readonly field: string;
  readonly type: ColumnType;
}

/** Tables whose rows stand in blocks of persons; the place is the part number in the snapshot, after part 0. */
export const BLOCK_TABLES = [
  'persons',
  'target_group',
  'decisions',
  'residence',
  'training_kommune',
  'upper_secondary',
  'hours',
] as const satisfies readonly TableName[];
export type BlockTable = (typeof BLOCK_TABLES)[number];

const columns = (type: ColumnType, ...fields: string[]): BlockColumn[] => fields.map((field) => ({ field, type }));

/**
 * Columns of each table in the order in which they are stored: wide ones first, so that each begins on a multiple of
 * its width. The offsets (u32, one more than there are persons) stand behind the f64 columns.
 */
export const BLOCK_COLUMNS: Readonly<Record<BlockTable, readonly BlockColumn[]>> = {
  persons: [
    ...columns('f64', 'person_id'),
    ...columns('u32', 'line'),
    ...columns('i32', 'registered_on', 'birth_date', 'death_date', 'emigrated_on'),
    ...columns('u16', 'country_background'),
    ...columns('u8', 'sex', 'address_protection', 'upper_secondary_before'),
  ],
  target_group: [
    ...columns('u32', 'line'),
    ...columns('i32', 'registered_on', 'permit_granted_on', 'entered_on', 'left_on'),
    ...columns('u8', 'law', 'category'),
  ],
  decisions: [
    ...columns('u32', 'line'),
    ...columns('i32', 'registered_on'),
    ...columns('u32', 'decision_id'),
    ...columns('i32', 'kommune', 'decided_on', 'training_starts_on'),
    ...columns('u8', 'kind', 'outcome'),
  ],
  residence: [
    ...columns('u32', 'line'),
    ...columns('i32', 'registered_on', 'kommune', 'from_date', 'to_date'),
    ...columns('u8', 'kind'),
  ],
  training_kommune: [...columns('u32', 'line'), ...columns('i32', 'registered_on', 'kommune', 'from_date', 'to_date')],
  upper_secondary: [...columns('u32', 'line'), ...columns('i32', 'registered_on', 'fylke', 'from_date', 'to_date')],
  hours: [
    ...columns('u32', 'line'),
    ...columns('i32', 'registered_on', 'kommune', 'month'),
    ...columns('u32', 'absence_hours'),
    ...columns('u16', 'hours'),
    ...columns('u8', 'category', 'source'),
  ],
};
