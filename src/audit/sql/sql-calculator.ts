import { at, type RegisterSource } from '../../domain';
import { openDatabase, type SqlValue } from '../../effects';
import type { RunContents } from '../verify/run-contents';
import { CASE_STEPS } from './case-steps';
import { COMPARED, DIFFERENCES, LINE_STEPS } from './line-steps';
import { loadRegister } from './load-register';
import { loadRun, type PersonsOfRun, type RegisterTexts } from './load-run';
import { PERSON_STEPS } from './person-steps';
import { CODE_STEPS, PLAN_DIFFERENCES, PLAN_STEPS } from './plan-steps';
import { REGISTER_TABLES } from './register-tables';

/** Columns of a line that are compared, in the order of DIFFERENCES. */
const COMPARED_COLUMNS = [
  'amount',
  'cumulative_due',
  'previously_posted',
  'recipient_id',
  'annual_amount',
  'code',
] as const;
/** Where their pairs begin in a row of DIFFERENCES. */
const FIRST_COMPARED = 5;

/** A line that SQL has otherwise than the run. */
export interface SqlDifference {
  readonly grantYear: number;
  readonly component: string;
  /** 0 for a component per kommune. */
  readonly personId: number;
  readonly recipient: string;
  /** Line of payout_lines.csv, 0 for none. */
  readonly line: number;
  /** First column that differs: the amount, where only one of them has the line. */
  readonly column: (typeof COMPARED_COLUMNS)[number];
  /** What stands there; null where one of them has no such line. Kroner but for recipient and code. */
  readonly sql: SqlValue;
  readonly run: SqlValue;
}

/** A component of a grant year that SQL or the run leaves out. */
export interface PlanDifference {
  readonly grantYear: number;
  readonly component: string;
  /** SQL works it out and the run's manifest does not name it; false: the other way round. */
  readonly onlySql: boolean;
}

/** What the second calculator came to. */
export interface SqlComparison {
  /** Persons, kommuner and recipients. */
  readonly compared: number;
  readonly differences: readonly SqlDifference[];
  readonly planDifferences: readonly PlanDifference[];
}

/**
 * The second calculator: works out persontilskudd, grunntilskudd and persontilskudd37d of a run in plain SQL over the
 * stored register, with nothing of the engine or the rule modules, and compares its lines with the run's. What it cannot
 * follow sqlLimits() says.
 *
 * @param persons of posted_before.csv and cases_before.csv, by their pseudonyms
 */
export function compareWithSql(
  run: RunContents,
  register: Pick<RegisterSource, 'blocks' | 'rejectedWithoutRow' | 'identities'>,
  texts: RegisterTexts,
  persons: Omit<PersonsOfRun, 'identities'>,
): SqlComparison {
  const db = openDatabase(':memory:', { mode: 'build' });
  try {
    db.exec(REGISTER_TABLES);
    db.transaction(() => {
      loadRegister(db, register.blocks(), register.rejectedWithoutRow);
      const { identities } = register;
      loadRun(db, run, texts, { idOf: persons.idOf, idOfCase: (of) => persons.idOfCase(of), identities });
    });
    for (const steps of [PLAN_STEPS, CODE_STEPS, CASE_STEPS, PERSON_STEPS, LINE_STEPS]) db.exec(steps);
    return {
      compared: Number(db.prepare(COMPARED).get()?.[0]),
      differences: db.prepare(DIFFERENCES).all().map(differenceOf),
      planDifferences: db
        .prepare(PLAN_DIFFERENCES)
        .all()
        .map((row) => ({ grantYear: Number(row[0]), component: String(row[1]), onlySql: row[2] === 1 })),
    };
  } finally {
    db.close();
  }
}

function differenceOf(row: readonly SqlValue[]): SqlDifference {
  const place = COMPARED_COLUMNS.map(String).indexOf(String(row.at(-1)));
  const first = FIRST_COMPARED + 2 * place;
  return {
    grantYear: Number(row[0]),
    component: String(row[1]),
    personId: Number(row[2]),
    recipient: String(row[3]),
    line: Number(row[4]),
    column: at(COMPARED_COLUMNS, place),
    sql: row[first] ?? null,
    run: row[first + 1] ?? null,
  };
}
