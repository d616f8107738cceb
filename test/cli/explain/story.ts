import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '../support';

/** Made-up persons of the story, by what happens to them. */
export const PERSONS = {
  /** Year 2, high rate; moves after 100 days, which the second extract shows. */
  mover: '201712345601',
  /** Entered in 2018 without a decision: nothing. */
  zero: '201812345602',
  /** An asylum seeker who moves once. */
  asylum: '201812345603',
  /** Triggers, but has no residence. */
  held: '201712345604',
  /** Protected address. */
  hidden: '201712345605',
  /** Paid in term 1, gone from the second extract. */
  gone: '201712345606',
} as const;

const P = PERSONS;

const HEADS = {
  persons:
    'person_id,national_id,birth_date,country_background,sex,death_date,emigrated_on,address_protection,upper_secondary_before,registered_on',
  target_group: 'target_group_id,person_id,law,category,legal_basis,permit_granted_on,entered_on,left_on,registered_on',
  decisions: 'decision_id,person_id,kommune,kind,outcome,decided_on,training_starts_on,registered_on',
  residence: 'person_id,kommune,kind,from_date,to_date,registered_on',
  hours: 'hours_id,person_id,kommune,month,category,hours,absence_hours,source,registered_on',
} as const;
type Table = keyof typeof HEADS;

const person = (id: string, country: string, protection = ''): string =>
  `${id},,1990-05-17,${country},,,,${protection},,2016-02-01`;
const member = (id: string, category: string, entered: string): string =>
  `T${id},${id},introduksjonsloven,${category},,,${entered},,${entered}`;

const ALWAYS: Readonly<Record<Table, readonly string[]>> = {
  persons: [
    person(P.mover, 'SYR'),
    person(P.zero, 'ERI'),
    person(P.asylum, 'AFG'),
    person(P.held, 'SOM'),
    person(P.hidden, 'SYR', 'strictly_confidential'),
  ],
  target_group: [
    member(P.mover, 'right_and_duty', '2017-03-01'),
    member(P.zero, 'right_and_duty', '2018-01-10'),
    member(P.asylum, 'asylum_seeker', '2018-02-01'),
    member(P.held, 'right_and_duty', '2017-05-01'),
    member(P.hidden, 'right', '2017-06-01'),
  ],
  decisions: [`V1,${P.zero},0301,norwegian_and_social_studies,refused,2018-01-20,,2018-01-21`],
  residence: [`${P.zero},0301,registered,2018-01-10,,2018-01-11`, `${P.hidden},0231,registered,2017-06-01,,2017-06-02`],
  hours: [`H1,${P.mover},0301,2018-01,norwegian,40,,,2018-02-05`],
};

const FIRST: Readonly<Partial<Record<Table, readonly string[]>>> = {
  persons: [person(P.gone, 'IRQ')],
  target_group: [member(P.gone, 'right', '2017-02-01')],
  residence: [
    `${P.mover},0301,registered,2017-03-01,,2017-03-02`,
    `${P.asylum},0301,reception_centre,2018-02-01,,2018-02-02`,
    `${P.gone},0301,registered,2017-02-01,,2017-02-02`,
  ],
};

const SECOND: Readonly<Partial<Record<Table, readonly string[]>>> = {
  residence: [
    `${P.mover},0301,registered,2017-03-01,2018-04-10,2018-04-11`,
    `${P.mover},1201,registered,2018-04-11,,2018-04-12`,
    `${P.asylum},0301,reception_centre,2018-02-01,2018-05-04,2018-05-05`,
    `${P.asylum},1201,reception_centre,2018-05-05,,2018-05-06`,
  ],
};

function writeExtract(folder: string, takenAt: string, own: Readonly<Partial<Record<Table, readonly string[]>>>): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'extract.json'), JSON.stringify({ taken_at: takenAt, source: 'story' }));
  for (const table of ['persons', 'target_group', 'decisions', 'residence', 'hours'] as const) {
    const rows = [HEADS[table], ...ALWAYS[table], ...(own[table] ?? [])];
    writeFileSync(join(folder, `${table}.csv`), `${rows.join('\n')}\n`);
  }
}

/** A ledger with three posted terms of 2018. */
export interface Story {
  readonly folder: string;
  readonly db: string;
  /** Run ids by term, from 1. */
  readonly runs: readonly string[];
  explain(...words: readonly string[]): Promise<{ code: number; out: string; err: string }>;
}

/** Runs and approves terms 1 to 3 of 2018 over two extracts, with a key that is always the same. */
export async function tellStory(folder: string): Promise<Story> {
  writeExtract(join(folder, 'first'), '2018-03-31', FIRST);
  writeExtract(join(folder, 'second'), '2018-09-30', SECOND);
  const db = join(folder, 'ledger.db');
  const key = join(folder, 'pseudonym.key');
  writeFileSync(key, `${'0123456789abcdef'.repeat(4)}\n`, { mode: 0o600 });
  const rates = join(__dirname, '..', '..', '..', 'fixtures', 'demo-rates-2018.csv');
  const runs: string[] = [''];
  for (const [term, extract] of [
    [1, 'first'],
    [2, 'second'],
    [3, 'second'],
  ] as const) {
    const where = ['--db', db, '--rates', rates, '--pseudonym-key-file', key, '--rehearsal'];
    const what = ['--extract', join(folder, extract), '--year', '2018', '--term', String(term)];
    const run = await cli(folder, ['run', ...what, ...where, '--as', 'kari', '--json']);
    if (run.code !== 0) throw new Error(run.err);
    const { run_id }: { run_id: string } = JSON.parse(run.out);
    const approval = await cli(folder, ['approve', run_id, '--db', db, '--as', 'ola']);
    if (approval.code !== 0) throw new Error(approval.err);
    runs.push(run_id);
  }
  return {
    folder,
    db,
    runs,
    explain: (...words) => cli(folder, ['explain', ...words, '--db', db, '--pseudonym-key-file', key]),
  };
}

/** Rows of a run's payout_lines.csv by column name. */
export function payoutLines(story: Story, runId: string): Record<string, string>[] {
  const text = readFileSync(join(`${story.db}.d`, 'runs', runId, 'payout_lines.csv'), 'utf8');
  const [head = '', ...rows] = text.trimEnd().split('\n');
  const names = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((value, index) => [names[index] ?? '', value])));
}

/** A line of a person in a run, the negative one where there is one. */
export function lineOf(story: Story, runId: string, personId: string): string {
  const mine = payoutLines(story, runId).filter((row) => row.person_ref === personId);
  const line = mine.find((row) => row.reason === 'correction') ?? mine[0];
  if (!line?.line_id) throw new Error('the person has no line');
  return line.line_id;
}
