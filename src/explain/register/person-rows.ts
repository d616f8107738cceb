import { asDay, FAR_FUTURE, parseDay } from '../../domain';
import type { RunContext } from '../run/run-context';
import { extractCell } from '../steps/sources';
import { allRows, PERSON_TABLES, type RegisterRow } from './register-rows';
import { placeText, type Subject, subjectOf } from './subject';

/** A row of the extract as the register has it, with values by the names of the data contract. */
export interface PersonRow {
  readonly file: string;
  readonly line: number;
  readonly values: readonly {
    readonly column: string;
    readonly kind: 'Day' | 'Word' | 'Place';
    readonly value: string;
  }[];
}

/**
 * Every row of a person in the run's extract; none of somebody whose address is protected, or whom the extract does not
 * have. Ids are no values of a row here.
 */
export function rowsOfPerson(context: RunContext, personId: number): PersonRow[] {
  const place = context.snapshot.blockOf(personId);
  if (!place) return [];
  const subject = subjectOf(context, place);
  if (subject.isProtected) return [];
  return PERSON_TABLES.flatMap((table) => allRows(subject, table).map((row) => personRow(row, subject)));
}

function personRow({ table, line, fields }: RegisterRow, subject: Subject): PersonRow {
  const on = parseDay(fields.from_date?.value ?? fields.decided_on?.value ?? '') ?? asDay(FAR_FUTURE);
  const source = extractCell(subject.snapshot, table, line);
  const values = Object.entries(fields).map(([column, { kind, value }]) => {
    return { column, kind, value: kind === 'Place' ? placeText(subject, Number(value), on) : value };
  });
  return { file: source.kind === 'extract' ? source.file : `${table}.csv`, line, values };
}
