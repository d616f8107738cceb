import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explanationSchema } from '../../../support/explanation-schema';
import { temporaryFolder } from '../../../support/temporary-folder';
import { cli } from '../../support';

/*
 * What stood in the earlier extract and did not count there: registered after D, edited since, or under an id whose own
 * row was registered later. None of it has "been added", and what still stands is not "gone".
 */

const HEADS = {
  persons: 'person_id,birth_date,country_background,registered_on,address_protection',
  person_ids: 'old_person_id,person_id,changed_on',
  target_group: 'target_group_id,person_id,law,category,entered_on,left_on,registered_on',
  decisions: 'decision_id,person_id,kommune,kind,outcome,decided_on,registered_on',
  residence: 'person_id,kommune,kind,from_date,to_date,registered_on',
  hours: 'hours_id,person_id,kommune,month,category,hours,registered_on',
} as const;
type Tables = Readonly<Record<string, readonly string[]>>;

const LATE = '201712345601';
const EDITED = '201712345602';
const HIDDEN = '201712345603';
const NEW = '201712345604';
const OLD = '201712345605';

const person = (id: string, registered = '2017-03-02') => `${id},1990-05-17,SYR,${registered},`;
const entered = (id: string, day: string, registered: string) =>
  `T${id},${id},introduksjonsloven,right_and_duty,${day},,${registered}`;
const home = (id: string, kommune: string, registered = '2017-03-02') =>
  `${id},${kommune},registered,2017-03-01,,${registered}`;

const T1: Tables = {
  persons: [person(LATE), person(EDITED), person(HIDDEN), person(NEW), person(OLD, '2018-04-20')],
  target_group: [
    entered(LATE, '2017-03-01', '2018-05-02'),
    entered(EDITED, '2017-03-01', '2018-05-02'),
    entered(HIDDEN, '2017-03-01', '2017-03-02'),
    entered(OLD, '2017-04-01', '2017-04-02'),
  ],
  residence: [LATE, EDITED, HIDDEN, NEW].map((id) => home(id, '0301')),
};
const T2: Tables = {
  ...T1,
  person_ids: [`${OLD},${NEW},2018-05-01`],
  target_group: [
    entered(LATE, '2017-03-01', '2018-05-02'),
    entered(EDITED, '2017-04-11', '2018-05-02'),
    entered(HIDDEN, '2017-03-01', '2018-09-02'),
    entered(OLD, '2017-04-01', '2017-04-02'),
  ],
};

const folder = temporaryFolder();
const ledger = ['--db', join(folder, 'ledger.db'), '--pseudonym-key-file', join(folder, 'pseudonym.key')];
let last = '';

async function runTerm(term: number, asOf: string, tables: Tables): Promise<string> {
  const extract = join(folder, `T${term}`);
  mkdirSync(extract);
  for (const [table, head] of Object.entries(HEADS)) {
    const rows = tables[table] ?? [];
    writeFileSync(join(extract, `${table}.csv`), `${[head, ...rows].join('\n')}\n`);
  }
  const what = ['--extract', extract, '--year', '2018', '--term', String(term), '--as-of', asOf];
  const left = ['grunntilskudd', 'asylnorsk', 'kulturtilskudd'].flatMap((each) => ['--exclude', each]);
  const run = await cli(folder, ['run', ...what, ...left, '--rehearsal', '--as', 'kari', '--json', ...ledger]);
  if (run.code !== 0) throw new Error(run.err);
  const { run_id }: { run_id: string } = JSON.parse(run.out);
  const approval = await cli(folder, ['approve', run_id, '--as', 'ola', ...ledger.slice(0, 2)]);
  if (approval.code !== 0) throw new Error(approval.err);
  return run_id;
}

beforeAll(async () => {
  await runTerm(1, '2018-03-31', T1);
  last = await runTerm(2, '2018-06-30', T2);
}, 60_000);

interface Told {
  readonly code: string;
  readonly steps: readonly Told[];
}
const codesIn = (steps: readonly Told[]): string[] => steps.flatMap((each) => [each.code, ...codesIn(each.steps)]);

async function causes(id: string): Promise<string> {
  const { out } = await cli(folder, ['explain', '--person', id, '--run', last, '--format', 'json', ...ledger]);
  const sections = explanationSchema.parse(JSON.parse(out)).chapters.flatMap((chapter) => chapter.sections);
  const steps = sections.find(({ code }) => code === 'SECTION_CAUSE')?.steps ?? [];
  return codesIn(steps.flatMap((each) => each.steps))
    .filter((code) => !code.startsWith('ROW_'))
    .join(' ');
}

test.each([
  ['a row registered after D of that time', LATE, 'CAUSE_VISIBLE'],
  ['the same, edited since', EDITED, 'CAUSE_VISIBLE_CHANGED FIELD_DAY'],
  ['a row that counted and is registered after D now', HIDDEN, 'CAUSE_HIDDEN'],
  [
    'rows under an id that did not count, one person with this one since',
    NEW,
    'CAUSE_VISIBLE_PERSON CAUSE_NO_BEARING CAUSE_JOINED',
  ],
])('%s', async (_what, id, told) => {
  expect(await causes(id)).toBe(told);
});
