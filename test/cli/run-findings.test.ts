import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';
import { cli } from './support';

const work = temporaryFolder();

async function must(argv: readonly string[]): Promise<string> {
  const answer = await cli(work, argv);
  expect([answer.code, answer.err]).toEqual([0, expect.anything()]);
  const { run_id: runId }: { run_id: string } = JSON.parse(answer.out);
  return runId;
}

/** Findings of a run folder with a code, without what to do. */
function findingsOf(out: string, code: string): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(readFileSync(join(out, 'findings.csv'), 'utf8'), { columns: true });
  return rows
    .filter((row) => row.code === code)
    .map(({ severity = '', kommune = '', message = '' }) => ({
      severity,
      kommune,
      message: message.replaceAll('\u00a0', ' '),
    }));
}

/** Findings of grunntilskudd where some decisions cannot be read and some addresses are protected, by row in the file. */
async function uncertainSteps(
  name: string,
  persons: number,
  held: readonly number[],
  hidden: readonly number[],
  code: string,
): Promise<Record<string, string>[]> {
  const cells = {
    personer: String(persons),
    personkrets: 'rett_og_plikt introduksjonsloven 2017-02-01',
    opphold: '1103',
  };
  const extract = madeExtract(join(work, name), '2018-12-31', cells, (table, lines) =>
    table === 'decisions'
      ? lines.map((line, row) => (held.includes(row) ? line.replace('innvilget', 'ja') : line))
      : lines,
  );
  const file = join(extract, 'persons.csv');
  const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const place = header?.split(',').indexOf('address_protection') ?? -1;
  const levels = lines.map((line, row) => {
    const cells = line.split(',');
    return hidden.includes(row) ? cells.with(place, 'strengt_fortrolig').join(',') : line;
  });
  writeFileSync(file, `${[header, ...levels].join('\n')}\n`);
  const out = join(work, `${name}-run`);
  const flags = ['--year', '2018', '--term', '3', '--reject-limit', '60', '--rehearsal', '--as', 'kari', '--json'];
  await must(['run', '--extract', extract, ...flags, '--db', join(work, `${name}.db`), '--out', out]);
  return findingsOf(out, code);
}

test('a step of grunntilskudd that a held person would change is an error of its kommune', async () => {
  expect(await uncertainSteps('step', 4, [0], [], 'GRUNNTILSKUDD_STEP_UNCERTAIN')).toEqual([
    {
      severity: 'error',
      kommune: '1103',
      message:
        '1103: 3 personer er talt, og 1 er holdt tilbake. Trinnet i grunntilskuddet ville endres med dem i tellingen.',
    },
  ]);
});

test('a held person with a protected address makes a step uncertain without a word of the kommune', async () => {
  expect(await uncertainSteps('hidden-step', 4, [0], [0], 'GRUNNTILSKUDD_STEP_UNCERTAIN')).toEqual([]);
  const told = await uncertainSteps('hidden-step-2', 4, [0], [0], 'GRUNNTILSKUDD_STEP_UNCERTAIN_PROTECTED');
  expect(told).toMatchObject([{ severity: 'error', kommune: '' }]);
  expect(told[0]?.message).not.toMatch(/\d/);
});

test('beside others who are held, a person with a protected address is neither counted nor the cause', async () => {
  expect(await uncertainSteps('mixed-step', 5, [0, 1], [1], 'GRUNNTILSKUDD_STEP_UNCERTAIN')).toMatchObject([
    { kommune: '1103', message: expect.stringContaining('3 personer er talt, og 1 er holdt tilbake') },
  ]);
  expect(await uncertainSteps('mixed-step-2', 5, [0, 1], [1], 'GRUNNTILSKUDD_STEP_UNCERTAIN_PROTECTED')).toEqual([]);
});

test.each([
  [2, 'warning'],
  [4, 'error'],
])('in term %i a difference of a kommune under a split code is held, with %s', async (term, severity) => {
  const db = join(work, `split-${term}.db`);
  const postings = join(work, 'postings.csv');
  writeFileSync(
    postings,
    'grant_year,component,person_id,recipient_id,amount,code\n2024,grunntilskudd,,1507,694600,Grunntilskudd-H\n',
  );
  const opening = ['open-ledger', '--postings', postings, '--rehearsal', '--as', 'kari', '--db', db, '--json'];
  expect((await cli(work, ['approve', await must(opening), '--as', 'ola', '--db', db])).code).toBe(0);
  const extract = madeExtract(join(work, 'split'), '2024-12-31', { personer: '0' });
  const out = join(work, `split-run-${term}`);
  const flags = ['--year', '2024', '--term', String(term), '--rehearsal', '--as', 'kari', '--json'];
  await must(['run', '--extract', extract, ...flags, '--db', db, '--out', out]);
  expect(readFileSync(join(out, 'held.csv'), 'utf8').split('\n')[1]).toBe(
    '2024,grunntilskudd,,0,-694600,difference_no_unique_successor',
  );
  expect(findingsOf(out, 'DIFFERENCE_WITHOUT_SUCCESSOR')).toEqual([
    {
      severity,
      kommune: '1507',
      message:
        'En differanse på −694 600 kr for grunntilskudd 2024 gjelder 1507, som er delt. Den er ikke bokført og kommer igjen ved neste kjøring.',
    },
  ]);
});

/** Places and texts of PERMIT_DATE_MISSING where every row has an empty permit date. */
async function permitFindings(name: string, personkrets: string, flags: readonly string[]): Promise<string[]> {
  const cells = { personkrets, vedtak: '', opphold: '0301' };
  const extract = madeExtract(join(work, name), '2024-12-31', cells, (table, lines) =>
    table === 'target_group' ? lines.map((line) => line.replace(/,\d{4}-\d\d-\d\d,(20)/, ',,$1')) : lines,
  );
  const out = join(work, `${name}-run`);
  const argv = ['run', '--extract', extract, ...flags, '--term', '4', '--rehearsal', '--as', 'kari', '--json'];
  await must([...argv, '--db', join(work, `${name}.db`), '--out', out]);
  const rows: Record<string, string>[] = parse(readFileSync(join(out, 'findings.csv'), 'utf8'), { columns: true });
  return rows
    .filter(({ code }) => code === 'PERMIT_DATE_MISSING')
    .map(({ file, line, column, message = '' }) => `${file}:${line}:${column} ${/for (\w+ \d+)/.exec(message)?.[1]}`);
}

const BOTH_LAWS = 'rett_og_plikt introduksjonsloven 2018-01-10, rett_og_plikt integreringsloven 2018-02-01';
const ASYLUM_BEFORE = 'asylsoker integreringsloven 2018-01-03, rett_og_plikt integreringsloven 2018-01-10';
const SIX_A = 'rett_norsk_6a introduksjonsloven 2023-05-01';
const WITHOUT_ASYLUM = ['--exclude', 'asylnorsk', '--exclude', 'kulturtilskudd'];

test.each([
  ['both-laws', BOTH_LAWS, ['--year', '2018'], ['target_group.csv:3:permit_granted_on persontilskudd 2018']],
  [
    'asylum-before',
    ASYLUM_BEFORE,
    ['--year', '2018', ...WITHOUT_ASYLUM],
    ['target_group.csv:3:permit_granted_on persontilskudd 2018'],
  ],
  [
    'excluded',
    ASYLUM_BEFORE,
    ['--year', '2018', ...WITHOUT_ASYLUM, '--exclude', 'persontilskudd'],
    ['target_group.csv:3:permit_granted_on grunntilskudd 2018'],
  ],
  ['6a-of-last-year', SIX_A, ['--year', '2024'], ['target_group.csv:2:permit_granted_on grunntilskudd 2024']],
  ['6a-this-year', SIX_A, ['--year', '2023'], ['target_group.csv:2:permit_granted_on persontilskudd37d 2023']],
  ['6a-too-long-ago', SIX_A, ['--year', '2026', '--as-of', '2024-12-31'], []],
])('an empty permit date is shown where it was asked for: %s', async (name, personkrets, flags, expected) => {
  expect(await permitFindings(name, personkrets, flags)).toEqual(expected);
});

test('of several persons rows under one id only visible ones are a choice', async () => {
  const ids = 'old_person_id,person_id,changed_on\n201600000001,201600000002,2018-01-01\n';
  const choicesOf = async (asOf: string): Promise<number> => {
    const extract = madeExtract(join(work, `ids-${asOf}`), '2018-12-31', { personer: '2' }, (table, lines) =>
      table === 'persons'
        ? lines.map((line, row) => (row === 0 ? line.replace('2000-01-01', '2018-03-01') : line))
        : lines,
    );
    writeFileSync(join(extract, 'person_ids.csv'), ids);
    const json = join(extract, 'extract.json');
    writeFileSync(json, readFileSync(json, 'utf8').replace('"persons"', '"person_ids":1,"persons"'));
    const out = join(work, `ids-run-${asOf}`);
    const flags = ['--year', '2018', '--term', '1', '--as-of', asOf, '--rehearsal', '--as', 'kari', '--json'];
    await must(['run', '--extract', extract, ...flags, '--db', join(work, `ids-${asOf}.db`), '--out', out]);
    return findingsOf(out, 'PERSON_ROW_CHOSEN').length;
  };
  expect(await choicesOf('2018-02-28')).toBe(0);
  expect(await choicesOf('2018-03-01')).toBe(1);
});

test('an opening posting of 0 kr covers its grant year and component', async () => {
  const postings = join(work, 'zero.csv');
  const db = join(work, 'zero.db');
  writeFileSync(
    postings,
    'grant_year,component,person_id,recipient_id,amount\n2017,persontilskudd,201600000001,0301,0\n',
  );
  const opening = ['open-ledger', '--postings', postings, '--rehearsal', '--as', 'kari', '--db', db, '--json'];
  expect((await cli(work, ['approve', await must(opening), '--as', 'ola', '--db', db])).code).toBe(0);
  const extract = madeExtract(join(work, 'zero'), '2018-03-31', {
    personkrets: 'rett_og_plikt introduksjonsloven 2017-02-01',
  });
  const argv = ['run', '--extract', extract, '--year', '2018', '--term', '1', '--as', 'kari', '--db', db];
  const answer = await cli(work, [...argv, '--lang', 'en']);
  expect([answer.code, answer.err]).toEqual([4, expect.stringContaining('persontilskudd.year1/2017/high is missing')]);
});
