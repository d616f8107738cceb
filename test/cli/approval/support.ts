import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CliResult, cli } from '../support';

/** A small extract with its rates, of the golden cases. */
export const CASE = join(__dirname, '../../../fixtures/cases/020-merge');

/** Runs a command that must end well and returns its JSON. */
export async function ok(cwd: string, ...argv: string[]): Promise<Record<string, unknown>> {
  const result = await cli(cwd, [...argv, '--json']);
  if (result.code !== 0) throw new Error(`${argv.join(' ')} ended with ${result.code}: ${result.err}`);
  return JSON.parse(result.out);
}

/** Keys of three persons, and a list of them, signed by two, that anchors a new ledger. */
export async function makeApprovers(cwd: string): Promise<void> {
  if (existsSync(join(cwd, 'approvers-1.json'))) return;
  await ok(cwd, 'keys', 'new', '--name', 'Kari Kjører', '--role', 'runner', '--out', 'kari.key');
  await ok(cwd, 'keys', 'new', '--name', 'Astrid Attestant', '--role', 'attestant', '--out', 'astrid.key');
  await ok(cwd, 'keys', 'new', '--name', 'Ola Godkjenner', '--role', 'approver', '--out', 'ola.key');
  const persons = ['kari', 'astrid', 'ola'].flatMap((name) => ['--person', `${name}.key.person.json`]);
  await ok(cwd, 'lists', 'propose', 'approvers', ...persons, '--out', 'approvers-1.json');
  await ok(cwd, 'lists', 'sign', 'approvers-1.json', '--as', 'Kari Kjører', '--key', 'kari.key');
  await ok(cwd, 'lists', 'sign', 'approvers-1.json', '--as', 'Ola Godkjenner', '--key', 'ola.key');
}

/** A rehearsal that requires signatures and has approved the rates of the small extracts. */
export async function makeSignedLedger(cwd: string, db: string): Promise<void> {
  await makeApprovers(cwd);
  const refused = await runTerm(cwd, db, '2019-T3', '--approvers', 'approvers-1.json', '--key', 'kari.key');
  if (refused.code !== 6) throw new Error(`rates that nobody has approved were not refused: ${refused.err}`);
  await ok(cwd, 'lists', 'propose', 'rates', '--rates', join(CASE, 'rates.csv'), '--out', 'rates-1.json', '--db', db);
  await ok(cwd, 'lists', 'sign', 'rates-1.json', '--as', 'Kari Kjører', '--key', 'kari.key');
  await ok(cwd, 'lists', 'sign', 'rates-1.json', '--as', 'Ola Godkjenner', '--key', 'ola.key');
  await ok(cwd, 'lists', 'adopt', 'rates-1.json', '--as', 'kari', '--db', db);
}

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];

/** Runs a term (`2019-T3` to `2021-T1`) of the small extracts into a rehearsal. */
export function runTerm(cwd: string, db: string, name: string, ...flags: string[]): Promise<CliResult> {
  const [year = '', term = ''] = name.split('-T');
  const asOf = `${year}-${LAST_DAYS[Number(term) - 1]}`;
  const what = [
    '--extract',
    join(CASE, name, 'extract'),
    '--rates',
    join(CASE, 'rates.csv'),
    '--year',
    year,
    '--term',
    term,
  ];
  const how = ['--as-of', asOf, '--rehearsal', '--db', db, '--as', 'Kari Kjører', '--json'];
  return cli(cwd, ['run', ...what, ...how, ...flags]);
}

/** Runs a term and returns its run id. */
export async function runIdOfTerm(cwd: string, db: string, name: string, ...flags: string[]): Promise<string> {
  const { code, out, err } = await runTerm(cwd, db, name, ...flags);
  if (code !== 0) throw new Error(`run of ${name} ended with ${code}: ${err}`);
  const { run_id: runId }: { run_id: string } = JSON.parse(out);
  return runId;
}
