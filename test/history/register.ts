import type { HistoryAct } from './make-acts';

/** One row of a made-up extract. */
export interface Fact {
  readonly table: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A run of a history with the extract that it reads. */
export interface HistoryRun {
  readonly year: number;
  readonly term: number;
  readonly asOf: string;
  readonly takenAt: string;
  readonly excluded: readonly string[];
  readonly supplement: boolean;
  readonly rejectLimit: number | undefined;
  /** Rows of each table in the order of the file. */
  readonly facts: readonly Fact[];
  /** The batch is annulled once it is posted. */
  readonly annulled: boolean;
  /** Acts of cases that were confirmed, and withdrawn, before it. */
  readonly acts: readonly HistoryAct[];
  /** Form of the files: 0 plain, others with other separators, dates, names. */
  readonly form: number;
}

export interface History {
  readonly seed: number;
  readonly opening: readonly Fact[];
  /** Rates that the user doesn't have, as `key/year/class`. */
  readonly missingCells: readonly string[];
  readonly runs: readonly HistoryRun[];
}

/** Columns of each table in the order in which they are written. */
export const TABLE_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  persons: ['person_id', 'birth_date', 'country_background', 'death_date', 'emigrated_on', 'registered_on'],
  person_ids: ['old_person_id', 'person_id', 'changed_on'],
  target_group: [
    'target_group_id',
    'person_id',
    'law',
    'category',
    'permit_granted_on',
    'entered_on',
    'left_on',
    'registered_on',
  ],
  decisions: ['decision_id', 'person_id', 'kommune', 'kind', 'outcome', 'decided_on', 'registered_on'],
  residence: ['person_id', 'kommune', 'kind', 'from_date', 'to_date', 'registered_on'],
  training_kommune: ['person_id', 'kommune', 'from_date', 'to_date', 'registered_on'],
  upper_secondary: ['person_id', 'fylke', 'from_date', 'to_date', 'registered_on'],
  hours: ['hours_id', 'person_id', 'kommune', 'month', 'category', 'hours', 'absence_hours', 'source', 'registered_on'],
  teaching_hours: ['kommune', 'month', 'teaching_hours', 'registered_on'],
  opening_postings: ['grant_year', 'component', 'person_id', 'recipient_id', 'amount', 'code'],
  opening_balances: ['recipient_id', 'netting_group', 'balance'],
};
