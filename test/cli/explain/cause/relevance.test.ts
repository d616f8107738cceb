import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explanationSchema } from '../../../support/explanation-schema';
import { temporaryFolder } from '../../../support/temporary-folder';
import { cli } from '../../support';

const folder = temporaryFolder();
const WITHDRAWN = '202412345601';
const MOVER = '202312345602';
const STAYER = '202312345603';
const GAINER = '202412345605';
const BOTH = '202312345604';

const HEADS = {
  persons: 'person_id,birth_date,country_background,registered_on,address_protection',
  target_group: 'target_group_id,person_id,law,category,permit_granted_on,entered_on,left_on,registered_on',
  decisions: 'decision_id,person_id,kommune,kind,outcome,decided_on,registered_on',
  residence: 'person_id,kommune,kind,from_date,to_date,registered_on',
  hours: 'hours_id,person_id,kommune,month,category,hours,registered_on',
} as const;

const extended = (id: string, person: string, outcome: string, decided: string, registered: string): string =>
  `${id},${person},0301,extended_43g,${outcome},${decided},${registered}`;
const ordinary = (person: string, outcome: string, registered: string): string =>
  `V${person},${person},0301,norwegian_and_social_studies,${outcome},2023-04-01,${registered}`;
const member = (person: string, left: string, registered: string): string =>
  `T${person},${person},integreringsloven,right_and_duty,2023-03-01,2023-03-01,${left},${registered}`;

/** The register in term 1, or in term 2 with what has changed since. */
function tables(later: boolean): Readonly<Record<keyof typeof HEADS, readonly string[]>> {
  const since = (...rows: readonly string[]): readonly string[] => (later ? rows : []);
  return {
    persons: [WITHDRAWN, GAINER, MOVER, STAYER, BOTH].map((id) => `${id},1990-05-17,UKR,2023-01-01,`),
    target_group: [
      member(MOVER, '', '2023-03-02'),
      member(STAYER, '', '2023-03-02'),
      later ? member(BOTH, '2023-12-31', '2024-05-02') : member(BOTH, '', '2023-03-02'),
    ],
    decisions: [
      extended('V1', WITHDRAWN, 'granted', '2024-02-01', '2024-02-02'),
      extended('V4', GAINER, 'granted', '2024-01-10', '2024-01-11'),
      ...since(
        extended('V5', GAINER, 'granted', '2024-05-15', '2024-05-16'),
        extended('V1', WITHDRAWN, 'withdrawn', '2024-02-01', '2024-05-02'),
        extended('V2', WITHDRAWN, 'refused', '2024-05-10', '2024-05-11'),
        extended('V3', STAYER, 'refused', '2024-05-10', '2024-05-11'),
        ordinary(BOTH, 'withdrawn', '2024-05-03'),
      ),
      ...[MOVER, STAYER, BOTH].map((person) => ordinary(person, 'granted', '2023-04-02')),
    ],
    residence: [
      later
        ? `${MOVER},0301,registered,2023-03-01,2024-04-30,2024-05-01`
        : `${MOVER},0301,registered,2023-03-01,,2023-03-02`,
      ...since(`${MOVER},4601,registered,2024-05-01,,2024-05-02`),
      `${STAYER},0301,registered,2023-03-01,,2023-03-02`,
      `${BOTH},0301,registered,2023-03-01,,2023-03-02`,
    ],
    hours: [],
  };
}

async function runTerm(term: number): Promise<string> {
  const extract = join(folder, `T${term}`);
  mkdirSync(extract);
  const content = tables(term === 2);
  for (const [table, head] of Object.entries(HEADS)) {
    const rows = Object.entries(content).find(([name]) => name === table)?.[1] ?? [];
    writeFileSync(join(extract, `${table}.csv`), `${[head, ...rows].join('\n')}\n`);
  }
  const what = ['--extract', extract, '--year', '2024', '--term', String(term), '--exclude', 'grunntilskudd'];
  const how = ['--rates', join(folder, 'rates.csv'), '--rehearsal', '--as', 'kari', '--json', ...ledger];
  const asOf = ['--as-of', term === 1 ? '2024-03-31' : '2024-06-30'];
  const run = await cli(folder, ['run', ...what, ...how, ...asOf]);
  if (run.code !== 0) throw new Error(run.err);
  const { run_id }: { run_id: string } = JSON.parse(run.out);
  const approval = await cli(folder, ['approve', run_id, '--as', 'ola', ...ledger.slice(0, 2)]);
  if (approval.code !== 0) throw new Error(approval.err);
  return run_id;
}

const ledger: string[] = [];
let run = '';
beforeAll(async () => {
  ledger.push('--db', join(folder, 'ledger.db'), '--pseudonym-key-file', join(folder, 'pseudonym.key'));
  const rates = [
    'persontilskudd.year2,2024,high,40000,illustrative,made up,',
    'utvidet43g,2024,single,28000,illustrative,made up,',
  ];
  writeFileSync(join(folder, 'rates.csv'), `key,grant_year,rate_class,value,status,source,note\n${rates.join('\n')}\n`);
  await runTerm(1);
  run = await runTerm(2);
});

interface Told {
  readonly code: string;
  readonly text: string;
  readonly steps: readonly Told[];
}

/** What the section on causes says of a person's first line in term 2: each sentence, indented by its depth. */
async function causes(person: string): Promise<string[]> {
  const rows = readFileSync(join(folder, 'ledger.db.d', 'runs', run, 'payout_lines.csv'), 'utf8').split('\n');
  const line = rows.find((row) => row.includes(`,${person},`))?.split(',')[0] ?? '';
  const { out } = await cli(folder, ['explain', line, '--format', 'json', ...ledger]);
  const sections = explanationSchema.parse(JSON.parse(out)).chapters.flatMap((chapter) => chapter.sections);
  const steps: readonly Told[] = sections.find(({ code }) => code === 'SECTION_CAUSE')?.steps[0]?.steps ?? [];
  const flat = (each: Told, depth: number): string[] => [
    `${' '.repeat(depth)}${each.text.replaceAll('\u00a0', ' ')}`,
    ...each.steps.flatMap((below) => flat(below, depth + 1)),
  ];
  return steps.flatMap((each) => flat(each, 0));
}

test('of two new decisions only the one that takes the amount away is told as the cause', async () => {
  expect(await causes(WITHDRAWN)).toEqual([
    'A row has been added:',
    ' Decision of 1 February 2024 on extended training under section 43 g: withdrawn',
    'This has changed too, but the amounts are the same without it. That was tried by calculating again:',
    ' A row has been added:',
    '  Decision of 10 May 2024 on extended training under section 43 g: refused',
  ]);
});

test('a decision of the term itself is the whole cause, though it was not due before', async () => {
  expect(await causes(GAINER)).toEqual([
    'A row has been added:',
    ' Decision of 15 May 2024 on extended training under section 43 g: granted',
  ]);
});

test('where a move and a later term both change the line, both are told', async () => {
  expect(await causes(MOVER)).toEqual([
    'A row has been changed:',
    ' Living in 0301 Oslo from 1 March 2023 to 30 April 2024',
    ' The residence had no last day; it is now 30 April 2024.',
    'A row has been added:',
    ' Living in 4601 Bergen from 1 May 2024',
    'Besides, more of the amount for the year is due now than then.',
  ]);
});

test('a row that changes nothing is not told as the cause of a later term’s share', async () => {
  expect(await causes(STAYER)).toEqual([
    'More of the amount for the year is due now than then.',
    'This has changed too, but the amounts are the same without it. That was tried by calculating again:',
    ' A row has been added:',
    '  Decision of 10 May 2024 on extended training under section 43 g: refused',
  ]);
});

test('changes of which each alone would have been enough are all told as causes', async () => {
  expect(await causes(BOTH)).toEqual([
    'A row has been changed:',
    ' Right and duty from 1 March 2023, outside from 31 December 2023 (integreringsloven)',
    ' No exit from the target group was registered; it is now 31 December 2023.',
    'A row has been added:',
    ' Decision of 1 April 2023 on training in Norwegian and social studies: withdrawn',
  ]);
});
