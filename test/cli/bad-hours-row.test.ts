import { appendFileSync, cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const folder = temporaryFolder();
const RATES = join(__dirname, '..', '..', 'fixtures', 'demo-rates-2018.csv');

/** Rows of a file of the run folder without run_id, line_id and trace_id, which hang on the bytes of the extract. */
function rowsOf(out: string, file: string): string[][] {
  const [header = [], ...rows] = readFileSync(join(folder, out, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((row) => row.split(','));
  const kept = header.map((name) => !['run_id', 'line_id', 'trace_id', 'payment_ref'].includes(name));
  return [header, ...rows].map((row) => row.filter((_, column) => kept[column]));
}

async function run(extract: string, out: string): Promise<void> {
  const register = ['run', '--extract', extract, '--year', '2018', '--term', '4', '--reject-limit', '1'];
  const ledger = ['--rates', RATES, '--rehearsal', '--db', `${out}.db`, '--out', out, '--as', 'kari'];
  expect(await cli(folder, [...register, ...ledger])).toMatchObject({ code: 0 });
}

test('a bad hours row changes no payout and holds nobody; it is a finding', async () => {
  const argv = ['generate', '--persons', '150', '--year', '2018', '--seed', '3', '--out', 'extracts'];
  expect(await cli(folder, argv)).toMatchObject({ code: 0 });
  const good = 'extracts/2018-T4';
  cpSync(join(folder, good), join(folder, 'bad'), { recursive: true });
  rmSync(join(folder, 'bad', 'extract.json'));
  cpSync(join(folder, good), join(folder, 'good'), { recursive: true });
  rmSync(join(folder, 'good', 'extract.json'));
  const rows = readFileSync(join(folder, good, 'hours.csv'), 'utf8').split('\n');
  const [, , , ...rest] = (rows[5] ?? '').split(',');
  const person = (rows[5] ?? '').split(',')[1];
  appendFileSync(join(folder, 'bad', 'hours.csv'), `BAD,${person},9999,${rest.join(',')}\nBAD2\n`);
  await run('good', 'out-good');
  await run('bad', 'out-bad');
  for (const file of ['payout_lines.csv', 'payouts.csv', 'held.csv', 'sizing.csv', 'hours_basis.csv']) {
    expect({ file, rows: rowsOf('out-bad', file) }).toEqual({ file, rows: rowsOf('out-good', file) });
  }
  const findings = readFileSync(join(folder, 'out-bad', 'findings.csv'), 'utf8');
  expect(findings).toMatch(/^warning,ROWS_REJECTED,hours.csv,/m);
  expect(readFileSync(join(folder, 'out-bad', 'rejected.csv'), 'utf8').split('\n')).toHaveLength(4);
});
