import { dirname, join } from 'node:path';
import { compareWithSql } from '../../audit/sql/sql-calculator';
import { Problems } from '../../audit/verify/problems';
import type { RunContents } from '../../audit/verify/run-contents';
import { readTraceWords } from '../../audit/verify/trace-words';
import type { ErrorDetail } from '../../domain';
import { pathExists } from '../../effects';
import { openSnapshot, type Snapshot } from '../../register';
import { readShippedTexts } from '../shipped-rules';
import { resolvePersons } from './resolve-persons';
import type { VerifyInput } from './verify-input';

/** Works out every run again in SQL over its stored register; returns how much was compared. */
export function compareSql(
  input: VerifyInput,
  runs: readonly RunContents[],
  problems: ErrorDetail[],
): { compared: number } {
  let compared = 0;
  for (const run of runs) {
    const snapshot = storedRegister(input, run, problems);
    if (!snapshot) continue;
    try {
      compared += compareRun(run, snapshot, problems);
    } finally {
      snapshot.close();
    }
  }
  return { compared };
}

/** The snapshot beside the ledger, or beside the runs. */
function storedRegister(input: VerifyInput, run: RunContents, problems: ErrorDetail[]): Snapshot | undefined {
  const snapshot = run.manifest.identity.snapshot_id;
  const beside = [dirname(dirname(run.folder)), ...(input.db === undefined ? [] : [`${input.db}.d`])];
  const paths = beside.map((folder) => join(folder, 'snapshots', `${snapshot}.db`));
  const path = paths.find((candidate) => pathExists(candidate));
  if (path !== undefined) return openSnapshot(path);
  const folder = join(beside.at(-1) ?? '', 'snapshots');
  problems.push({ code: 'VERIFY_SQL_NEEDS_SNAPSHOT', params: { snapshot, folder } });
  return undefined;
}

function compareRun(run: RunContents, snapshot: Snapshot, problems: ErrorDetail[]): number {
  const trace = readTraceWords(run.folder, new Problems());
  if (!trace) return 0;
  const persons = resolvePersons(run, trace, snapshot);
  const { compared, differences } = compareWithSql(run, snapshot, readShippedTexts(), persons.idOf);
  const found = new Problems();
  for (const { grantYear: year, component, personId, recipient, sqlNok, runNok, line } of differences) {
    const person = persons.pseudonymOf.get(personId) ?? '-';
    const params = { line, column: 'amount', component, year, person, recipient };
    found.add('VERIFY_SQL_DIFFERS', 'payout_lines.csv', { ...params, expected: sqlNok ?? '-', found: runNok ?? '-' });
  }
  problems.push(...found.list());
  return compared;
}
