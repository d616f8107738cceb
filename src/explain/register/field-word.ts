import type { PersonTable } from './subject';

/**
 * The word for a column of the data contract, as messages know it.
 *
 * @example fieldWord('residence', 'to_date') // field_residence_to_date: «sluttdatoen for bostedet»
 */
export function fieldWord(table: PersonTable, field: string): string {
  if (field === 'kind') return table === 'decisions' ? 'field_decision_kind' : 'field_residence_kind';
  if (field === 'kommune' && table === 'training_kommune') return 'field_training_kommune';
  if (field === 'from_date' || field === 'to_date') return `field_${table}_${field}`;
  return `field_${field}`;
}

/** The word for what a row tells of, where its last day is told. */
export function endingWord(table: PersonTable): string {
  return table === 'residence' ? 'field_residence_kind' : `field_${table}`;
}

/** The word for a coded value of a column. */
export function valueWord(table: PersonTable, field: string, value: string): string {
  return table === 'residence' && field === 'kind' ? `kind_${value}` : value;
}
