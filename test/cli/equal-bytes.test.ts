import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';

/** The installed program as a user calls it; `npm test` builds it first. */
const BIN = join(__dirname, '../../bin/norsktilskudd');
const work = temporaryFolder();

const CELLS = {
  personer: '12',
  personkrets: 'rett_og_plikt introduksjonsloven 2018-02-01 til 2018-11-05, asylsoker introduksjonsloven 2018-01-02',
  opphold: '0301 til 2018-04-10, 1103 fra 2018-04-11, mottak 1804 fra 2018-01-01 til 2018-01-31',
  annet: 'timer 0301 2018-03 norsk 12.5, timer 1103 2018-05 samfunnskunnskap 7.25',
};
const extract = madeExtract(join(work, 'extract'), '2018-12-31', CELLS);
const reversed = madeExtract(join(work, 'reversed'), '2018-12-31', CELLS, (table, lines) =>
  table === 'persons' ? [...lines].reverse() : lines,
);

/** One run in a process of its own; returns the bytes of every file of its folder. */
function runIn(name: string, folder: string, env: Record<string, string>): Map<string, Buffer> {
  const out = join(work, name);
  const argv = ['run', '--extract', folder, '--year', '2018', '--term', '2', '--exclude', 'asylnorsk'];
  argv.push('--exclude', 'kulturtilskudd', '--rehearsal', '--as', 'kari', '--out', out);
  argv.push('--db', join(work, `${name}.db`), '--pseudonym-key-file', join(work, 'key'));
  const result = spawnSync(process.execPath, [BIN, ...argv], { env: { ...process.env, ...env }, encoding: 'utf8' });
  expect(result).toMatchObject({ status: 0 });
  return new Map(readdirSync(out).map((file) => [file, readFileSync(join(out, file))]));
}

const first = runIn('first', extract, { TZ: 'Pacific/Kiritimati', LC_ALL: 'nb_NO.UTF-8' });

test('another time zone and another locale give the same bytes', () => {
  const second = runIn('second', extract, { TZ: 'America/New_York', LC_ALL: 'C', LANG: 'tr_TR.UTF-8' });
  expect([...second.keys()]).toEqual([...first.keys()]);
  for (const [file, bytes] of first) expect([file, second.get(file)?.equals(bytes)]).toEqual([file, true]);
});

test('rows in another order give the same files but for run_id, line_id and trace_id', () => {
  const shuffled = runIn('shuffled', reversed, {});
  for (const file of ['payout_lines.csv', 'payouts.csv', 'sizing.csv', 'held.csv', 'hours_basis.csv']) {
    expect(rowsOf(shuffled.get(file))).toEqual(rowsOf(first.get(file)));
  }
  expect(rowsOf(first.get('payout_lines.csv'))).toHaveLength(24);
});

function rowsOf(bytes: Buffer | undefined): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(bytes ?? '', { columns: true });
  return rows.map(({ run_id: _run, line_id: _line, trace_id: _trace, ...row }) => row);
}
