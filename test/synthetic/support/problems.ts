import { hasValidDufCheckDigits, NO_RECIPIENT, parseDay, parseRecipientCode } from '../../../src/domain';
import type { ExtractText, Row } from './extract-text';
import { PLACES } from './places';

const KEYS: Readonly<Record<string, string>> = {
  persons: 'person_id',
  person_ids: 'old_person_id',
  target_group: 'target_group_id',
  hours: 'hours_id',
};
const CODES: Readonly<Record<string, readonly string[]>> = {
  law: ['introduksjonsloven', 'integreringsloven'],
  category: ['right_and_duty', 'right', 'duty', 'right_norwegian_6a', 'asylum_seeker', 'norwegian', 'social_studies'],
  outcome: ['granted', 'refused', 'withdrawn'],
  kind: ['norwegian_and_social_studies', 'norwegian_6a', 'extended_43g', 'registered', 'reception_centre'],
};
const HELD_CODES = new Set(PLACES.map((place) => place.code));
const TABLES = ['persons', 'person_ids', 'target_group', 'decisions', 'residence', 'training_kommune'];

/** Everything that a reader of the data contract would reject, looked for apart from the program's own reader. */
export function problems(extract: ExtractText): string[] {
  const found: string[] = [];
  const persons = new Set(extract.rows('persons').map((row) => row.person_id));
  for (const row of extract.rows('person_ids')) persons.add(row.old_person_id);
  for (const table of [...TABLES, 'upper_secondary', 'hours', 'teaching_hours', 'cost_base']) {
    const seen = new Set<string>();
    for (const row of extract.rows(table)) {
      const problem = problemOf(table, row, seen, persons);
      if (problem) found.push(`${table}: ${problem}`);
    }
  }
  return found;
}

function problemOf(
  table: string,
  row: Row,
  seen: Set<string>,
  persons: ReadonlySet<string | undefined>,
): string | undefined {
  const key = row[KEYS[table] ?? ''];
  if (key !== undefined && seen.has(key)) return 'duplicate key';
  if (key !== undefined) seen.add(key);
  if (row.person_id !== undefined && !persons.has(row.person_id)) return 'unknown person';
  if (row.person_id !== undefined && !hasValidDufCheckDigits(Number(row.person_id))) return 'check digits';
  return valueProblem(row) ?? orderProblem(row);
}

function valueProblem(row: Row): string | undefined {
  for (const [column, value] of Object.entries(row)) {
    if (/(_on|_date)$/.test(column) && value !== '' && parseDay(value) === undefined) return `${column} ${value}`;
    if (CODES[column] && !CODES[column].includes(value)) return `${column} ${value}`;
    if (column === 'kommune' && !HELD_CODES.has(parseRecipientCode(value) ?? NO_RECIPIENT)) return `${column} ${value}`;
    if (column === 'month' && !/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) return `${column} ${value}`;
    if (column === 'hours' && !/^\d{1,3}(\.\d{1,2})?$/.test(value)) return `${column} ${value}`;
    if (column === 'hours' && Number(value) > 250) return `${column} ${value}`;
    if (column === 'registered_on' && value === '' && !('fylke' in row || 'teaching_hours' in row)) {
      if (!('from_date' in row) || 'kind' in row) return 'registered_on missing';
    }
  }
  return undefined;
}

function orderProblem(row: Row): string | undefined {
  if (row.to_date && row.from_date && row.to_date < row.from_date) return 'to before from';
  if (row.left_on && row.entered_on && row.left_on < row.entered_on) return 'left before entered';
  return undefined;
}
