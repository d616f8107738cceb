import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type CliResult, cli } from '../../support';

/** A made-up person of an extract. */
export interface MadePerson {
  readonly id: string;
  /** Words of address_protection; empty for none. */
  readonly protection?: string;
  /** Kommuner from which day on. */
  readonly homes: readonly (readonly [kommune: string, from: string])[];
  readonly country?: string;
  readonly entered?: string;
  readonly category?: string;
}

/** What else an extract has. */
export interface MadeExtract {
  readonly takenAt?: string;
  /** Rows of person_ids.csv: former id, new id. */
  readonly merges?: readonly (readonly [string, string])[];
  /** Name of the column of protection; `null` leaves it out. */
  readonly column?: string | null;
}

export const RATES = join(__dirname, '../../../../fixtures/demo-rates-2018.csv');
const RUN = z.object({ run_id: z.string(), out: z.string() });

/** Writes an extract of persons who all have year 2 in 2018 (or what they say). */
export function writeExtract(folder: string, persons: readonly MadePerson[], more: MadeExtract = {}): string {
  mkdirSync(folder, { recursive: true });
  const { column = 'address_protection', takenAt, merges = [] } = more;
  const write = (name: string, head: string, rows: readonly string[]): void =>
    writeFileSync(join(folder, `${name}.csv`), `${[head, ...rows].join('\n')}\n`);
  const cells = (protection: string): string => (column === null ? '' : `${protection},`);
  write(
    'persons',
    `person_id,birth_date,country_background,${column === null ? '' : `${column},`}registered_on`,
    persons.map(
      ({ id, protection = '', country = 'SYR' }) => `${id},1990-05-17,${country},${cells(protection)}2016-02-01`,
    ),
  );
  write(
    'target_group',
    'target_group_id,person_id,law,category,entered_on,registered_on',
    persons.map(
      ({ id, entered = '2017-03-01', category = 'right_and_duty' }) =>
        `T${id},${id},introduksjonsloven,${category},${entered},${entered}`,
    ),
  );
  write('decisions', 'decision_id,person_id,kommune,kind,outcome,decided_on,registered_on', []);
  write(
    'residence',
    'person_id,kommune,kind,from_date,to_date,registered_on',
    persons.flatMap(({ id, homes }) =>
      homes.map(([kommune, from], place) => {
        const next = homes[place + 1]?.[1];
        return `${id},${kommune},registered,${from},${next === undefined ? '' : dayBefore(next)},${from}`;
      }),
    ),
  );
  write('hours', 'hours_id,person_id,kommune,month,category,hours,registered_on', []);
  if (merges.length > 0) {
    write(
      'person_ids',
      'old_person_id,person_id,changed_on',
      merges.map((pair) => [...pair, '2018-05-01'].join(',')),
    );
  }
  if (takenAt !== undefined) writeFileSync(join(folder, 'extract.json'), JSON.stringify({ taken_at: takenAt }));
  return folder;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

/** Runs a term of 2018 in a rehearsal. */
export async function runTerm(
  cwd: string,
  extract: string,
  term: number,
  ...more: string[]
): Promise<{ runId: string; out: string }> {
  const what = ['--extract', extract, '--year', '2018', '--term', String(term), '--rates', RATES];
  const how = ['--rehearsal', '--db', 'l.db', '--as', 'kari', '--json'];
  const result = await done(cwd, 'run', ...what, ...how, ...more);
  const { run_id: runId, out } = RUN.parse(JSON.parse(result.out));
  return { runId, out };
}

/** A command that must end well. */
export async function done(cwd: string, ...argv: string[]): Promise<CliResult> {
  const result = await cli(cwd, argv);
  if (result.code !== 0) throw new Error(`${argv.join(' ')} ended with ${result.code}: ${result.err}${result.out}`);
  return result;
}
