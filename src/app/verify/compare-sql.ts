import {
  compareWithSql,
  Findings,
  personLeaves,
  pseudonymsOf,
  type RunContents,
  type SqlDifference,
  type SqlLimit,
  sqlLimits,
  tablesOf,
} from '../../audit';
import { type ErrorDetail, errorDetail, isProtectedPerson, NO_PERSON } from '../../domain';
import type { SqlValue } from '../../effects';
import type { Snapshot } from '../../register';
import { recordedRegisters } from './recorded-registers';
import { withRegister } from './register-for-sql';
import { type ResolvedPersons, resolvePersons } from './resolve-persons';
import type { VerifyInput } from './verify-input';

const LINES = 'payout_lines.csv';

/** Works out every run again in SQL over its register; returns how much was compared. */
export function compareSql(
  input: VerifyInput,
  runs: readonly RunContents[],
  problems: ErrorDetail[],
): { compared: number } {
  let compared = 0;
  for (const run of runs) {
    const limits = sqlLimits(run);
    for (const limit of limits) problems.push(limitProblem(run, limit));
    if (limits.length > 0) continue;
    withRegister(input, run, problems, (register) => {
      compared += compareRun(run, register, input, problems);
    });
  }
  return { compared };
}

function compareRun(run: RunContents, snapshot: Snapshot, input: VerifyInput, problems: ErrorDetail[]): number {
  const leaves = personLeaves(run);
  if (!leaves) return 0;
  const persons = resolvePersons(run, leaves, snapshot, input.key && pseudonymsOf(input.key));
  const { texts } = recordedRegisters(run.folder, tablesOf(run.manifest.identity), input.tables);
  const { compared, differences, planDifferences } = compareWithSql(run, snapshot, texts, persons);
  const found = new Findings();
  for (const { grantYear: year, component, onlySql } of planDifferences) {
    found.add(onlySql ? 'VERIFY_SQL_NOT_COMPUTED' : 'VERIFY_SQL_NOT_DUE', 'manifest.json', { component, year });
  }
  for (const difference of differences) tellDifference(difference, persons, snapshot, found);
  problems.push(...found.list());
  return compared;
}

/** Tells of no kommune beside a person whose address may be protected. */
function tellDifference(
  difference: SqlDifference,
  persons: ResolvedPersons,
  snapshot: Snapshot,
  found: Findings,
): void {
  const { grantYear: year, component, personId, recipient, line, column, sql, run } = difference;
  const isHidden = personId !== NO_PERSON && mayBeProtected(snapshot, personId);
  const person = personId === NO_PERSON ? [] : [persons.pseudonymOf.get(personId) ?? '-'];
  const what = [...person, ...(isHidden ? [] : [recipient])].join(', ');
  const params = { line, column, component, year, what };
  if (column === 'amount')
    found.add('VERIFY_SQL_DIFFERS', LINES, { ...params, sqlNok: amountOf(sql), runNok: amountOf(run) });
  else {
    const values = isHidden && column === 'recipient_id' ? [HIDDEN, HIDDEN] : [reported(sql), reported(run)];
    found.add('VERIFY_SQL_COLUMN', LINES, { ...params, expected: values[0] ?? '', found: values[1] ?? '' });
  }
}

const HIDDEN = '****';

function amountOf(value: SqlValue): number | '-' {
  return typeof value === 'number' ? value : '-';
}

function reported(value: SqlValue): string | number {
  return typeof value === 'string' || typeof value === 'number' ? value : '-';
}

/** Of a person who is not in the register nobody knows, so no kommune is reported either. */
function mayBeProtected(snapshot: Snapshot, personId: number): boolean {
  const place = snapshot.blockOf(personId);
  return place === undefined || isProtectedPerson(place.block, place.index);
}

function limitProblem({ manifest }: RunContents, { name, value, known }: SqlLimit): ErrorDetail {
  const params = { runId: manifest.run_id, name, found: value, known };
  return errorDetail(value === '' ? 'VERIFY_SQL_UNKNOWN_MODULE' : 'VERIFY_SQL_CANNOT', params);
}
