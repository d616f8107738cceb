import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { madeExtract } from '../made-extract';
import { ASSUMPTIONS_ACCEPTED, type CliResult, cli } from '../support';

const work = temporaryFolder();
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const idOf = ({ out, err }: CliResult): string => {
  if (out === '') throw new Error(err);
  const { run_id: runId }: { run_id: string } = JSON.parse(out);
  return runId;
};
const whole = madeExtract(join(work, 'whole'), '2018-03-31', { personer: '9' });
const cut = madeExtract(join(work, 'cut'), '2018-07-31', { personer: '6' });

/** A real ledger in which T1 has been posted, and a run of T3 on an old extract that lacks a third of the persons. */
async function afterFirstTerm(name: string) {
  const db = `${name}.db`;
  const run = (extract: string, term: number, ...flags: readonly string[]): Promise<CliResult> => {
    const what = ['run', '--extract', extract, '--year', '2018', '--term', String(term), '--exclude', 'grunntilskudd'];
    return cli(work, [...what, ...ASSUMPTIONS_ACCEPTED, '--as', 'kari', '--db', db, ...flags]);
  };
  const approve = (runId: string, ...flags: readonly string[]): Promise<CliResult> =>
    cli(work, ['approve', runId, '--as', 'ola', '--db', db, ...flags]);
  const first = idOf(await run(whole, 1, '--new-ledger', '--json'));
  expect((await approve(first)).code).toBe(0);
  return { db, run: (...flags: readonly string[]) => run(cut, 3, '--appropriation', '1', ...flags), approve };
}

const WANTED = ['missing-persons', 'fewer-persons', 'skipped-term', 'stale-extract', 'above-appropriation'];
const SENTENCES = {
  en: [
    'missing-persons: 3 persons with postings are not in the extract; 95 700 kr is not taken back',
    'fewer-persons: the extract has 6 persons and 0 hours rows; the one posted last had 9 persons and 0 hours rows (limit: 2 percent fewer)',
    'skipped-term: 2018 T1 is the one posted last; 2018 T2 left out',
    'stale-extract: the extract was taken on 2018-07-31, 61 days before the cut-off 2018-09-30',
    'above-appropriation: 287 100 kr is posted for 2018 and this run pays 0 kr, 287 099 kr more than the appropriation of 1 kr',
  ],
  nb: [
    'missing-persons: 3 personer med posteringer er ikke i uttrekket; 95 700 kr er ikke trukket tilbake',
    'fewer-persons: uttrekket har 6 personer og 0 timerader; det som ble bokført sist, hadde 9 personer og 0 timerader (grense: 2 prosent færre)',
    'skipped-term: sist bokført er 2018 T1; 2018 T2 er hoppet over',
    'stale-extract: uttrekket er tatt 31.07.2018, 61 dager før skjæringsdatoen 30.09.2018',
    'above-appropriation: bokført for 2018 er 287 100 kr og denne kjøringen 0 kr, 287 099 kr mer enn bevilgningen på 1 kr',
  ],
};

test.each(['en', 'nb'] as const)(
  'each is told with its figures by run and preview, and refused at approval (%s)',
  async (lang) => {
    const { db, run, approve } = await afterFirstTerm(`refused-${lang}`);
    const runId = idOf(await run('--json'));
    const pages = [
      (await run('--lang', lang)).out,
      (await cli(work, ['preview', runId, '--db', db, '--lang', lang])).out,
      (await approve(runId, '--lang', lang)).err,
    ];
    expect((await approve(runId)).code).toBe(6);
    for (const page of pages) for (const sentence of SENTENCES[lang]) expect(plain(page)).toContain(sentence);
    expect(plain(pages[2] ?? '')).toContain('--accept "missing-persons=');
  },
);

test('accepted by name, some with a reference, the batch is posted, and they stand in manifest, draft and answer', async () => {
  const { db, run, approve } = await afterFirstTerm('accepted');
  const drafted = await run('--json');
  expect(JSON.parse(drafted.out)).toMatchObject({ payable: false, blockers: WANTED.map((name) => ({ name })) });
  const accepted = await run(
    '--accept',
    WANTED.slice(1).join(','),
    '--accept',
    'missing-persons=memo 4, page 2',
    '--json',
  );
  expect(JSON.parse(accepted.out)).toMatchObject({ payable: true, blockers: [] });
  const runId = idOf(accepted);
  const approved = await approve(runId, '--json');
  expect(approved.code).toBe(0);
  const figures = { persons: 3, withheld_nok: 95_700 };
  const missing = { name: 'missing-persons', reference: 'memo 4, page 2', figures };
  expect(JSON.parse(approved.out).accepted).toContainEqual(missing);
  const folder = join(`${db}.d`, 'runs', runId);
  expect((await cli(work, ['verify', folder, '--extract', cut, '--db', db])).code).toBe(0);
  const again = plain((await approve(runId, '--lang', 'en')).out);
  expect(again).toContain(`Accepted: ${SENTENCES.en[0]} (memo 4, page 2)`);
});

test('in a rehearsal each is told and nothing is wanted', async () => {
  const flags = ['--exclude', 'grunntilskudd', '--rehearsal', '--as', 'kari', '--db', 'rehearsal.db', '--lang', 'en'];
  const argv = ['run', '--extract', whole, '--year', '2018', '--term', '3', ...flags];
  const { code, out } = await cli(work, argv);
  expect(code).toBe(0);
  expect(out).toContain('NOTE (a real ledger wants --accept): first-run: the first run of the ledger is 2018 T3');
  const json = JSON.parse((await cli(work, [...argv, '--json'])).out);
  expect(json).toMatchObject({ payable: true, blockers: [] });
});
