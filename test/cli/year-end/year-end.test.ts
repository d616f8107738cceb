import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkOpening } from '../../../src/app/year-end/opening-check';
import { sha256Hex } from '../../../src/domain';
import { openLedger } from '../../../src/ledger';
import { KARI, postRun } from '../../ledger/support';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok, runIdOfTerm } from '../approval/support';
import { cli } from '../support';

const LEDGER = ['--db', 'l.db'];
const nb = async (cwd: string, year: string): Promise<string> =>
  (await cli(cwd, ['year-end', year, ...LEDGER, '--lang', 'nb'])).out.replaceAll('\u00a0', ' ');

let cwd = '';
const runs: string[] = [];

beforeAll(async () => {
  cwd = temporaryFolder();
  for (const term of ['2019-T3', '2019-T4', '2020-T1']) {
    const runId = await runIdOfTerm(cwd, 'l.db', term);
    runs.push(runId);
    await ok(cwd, 'approve', runId, '--as', 'ola', ...LEDGER);
  }
}, 120_000);

test('the end of a year: annual is posted, due later and held; the next year starts from it to the krone', async () => {
  const end = await ok(cwd, 'year-end', '2019', '--appropriation', '9 000 000', ...LEDGER);
  expect(end.run_id).toBe(runs[1]);
  const grants = end.grants as { component: string; annual: number; posted: number; due_later: number; held: number }[];
  for (const row of grants) expect(row.annual).toBe(row.posted + row.due_later + row.held);
  expect(grants).toContainEqual({
    component: 'persontilskudd',
    annual: 421_880,
    posted: 378_217,
    due_later: 0,
    held: 43_663,
    adjusted: 0,
  });
  expect(end).toMatchObject({
    payments: { posted: 1_718_917, paid: 0, no_news: 1_718_917 },
    kap_posts: [{ appropriation: 9_000_000, paid: 0, remaining: 9_000_000, persons: 11, kap: null }],
    kinds: [
      { kind: 'kommune', persons: 10, granted: 1_686_704 },
      { kind: 'fylkeskommune', persons: 1, granted: 32_213 },
    ],
    opening: { run_id: runs[2], posted: 1_718_917, opening_posted: 1_718_917, differences: [] },
  });
});

test('it is told in words, and a year without a run is a wrong usage', async () => {
  expect(await nb(cwd, '2019')).toContain(
    'åpner med det dette året etterlot, på kronen: overført 0 kr, bokført 1 718 917 kr.',
  );
  expect(await nb(cwd, '2020')).toContain('Ingen kjøring for 2021 er bokført');
  expect((await cli(cwd, ['year-end', '2030', ...LEDGER])).code).toBe(2);
});

test('--out writes every figure of the answer, one a row, with both heads', async () => {
  const end = await ok(cwd, 'year-end', '2019', '--appropriation', '9 000 000', '--out', 'end', ...LEDGER);
  const rows = readFileSync(join(cwd, 'end', 'year-end.csv'), 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const separator = rows[0]?.charAt('grant_year'.length);
  const told = (part: string, of: unknown, row: object): string[] =>
    Object.entries(row).map(([figure, value]) => ['2019', part, of, figure, value ?? ''].join(separator));
  type Rows = Record<string, unknown>[];
  const [grants, carried, kinds] = [end.grants as Rows, end.carried as Rows, end.kinds as Rows];
  const { posting_head, journal_head } = end;
  for (const row of [
    ...told('run', end.run_id, { posting_head, journal_head }),
    ...grants.flatMap(({ component, ...row }) => told('grant', component, row)),
    ...(end.held as Rows).flatMap(({ reason, ...row }) => told('held', reason, row)),
    ...told('payments', '', end.payments as object),
    ...carried.flatMap(({ group, ...row }) => told('carried', group, row)),
    ...kinds.flatMap(({ kind, ...row }) => told('kind', kind, row)),
  ]) {
    expect(rows).toContain(row);
  }
  expect((await cli(cwd, ['year-end', '2019', '--out', 'end', ...LEDGER])).code).toBe(2);
});

test('a year that starts otherwise than the one before ended is named by what differs, to the krone', () => {
  const ledger = openLedger(join(cwd, 'l.db'), { readOnly: true });
  const [third, , first] = runs.map((runId) => ledger.batches().find((batch) => batch.runId === runId));
  if (third === undefined || first === undefined) throw new Error('runs are missing');
  // Held to the end of the third term, what the fourth posted is too much.
  const { differences, postedNok, openingPostedNok } = checkOpening(ledger, 2019, third, first);
  expect(differences).not.toEqual([]);
  const sum = differences.reduce((total, row) => total + row.openingNok - row.closingNok, 0);
  expect(openingPostedNok - postedNok).toBe(sum);
  ledger.close();
});

test('the command names every such difference and ends with 5', async () => {
  const ledger = openLedger(join(cwd, 'other.db'), { create: { rehearsal: true, by: KARI } });
  // The folders of another history: they start from what this ledger has never posted.
  const sealed = (place: number): { runFolder: string; manifestHash: string } => {
    const runFolder = join(cwd, 'l.db.d', 'runs', runs[place] ?? '');
    return { runFolder, manifestHash: sha256Hex(readFileSync(join(runFolder, 'manifest.json'))) };
  };
  postRun(ledger, { grantYear: 2019, term: 4, lines: [{ recipient: '1507', due: 100 }], ...sealed(1) });
  postRun(ledger, { grantYear: 2020, term: 1, lines: [{ recipient: '1507', due: 100 }], ...sealed(2) });
  ledger.close();
  const asked = ['year-end', '2019', '--db', 'other.db', '--lang', 'nb'];
  const [told, answer] = [await cli(cwd, asked), await cli(cwd, [...asked, '--json'])];
  expect([told.code, told.err]).toEqual([5, expect.stringContaining('YEAR_END_OPENING_DIFFERS')]);
  expect(told.out.replaceAll('\u00a0', ' ')).toMatch(/2019 persontilskudd +100 kr +378 217 kr/);
  expect(answer.code).toBe(5);
  expect(JSON.parse(answer.out).opening.differences).toContainEqual({
    what: '2019 persontilskudd',
    closing: 100,
    opening: 378_217,
  });
});

test('a folder that was changed is damage', async () => {
  const file = join(cwd, 'l.db.d', 'runs', runs[2] ?? '', 'posted_before.csv');
  const before = readFileSync(file);
  writeFileSync(file, before.toString('utf8').replace(/,(\d+),/, ',1$1,'), { flag: 'w' });
  const { code, err } = await cli(cwd, ['year-end', '2019', ...LEDGER]);
  expect([code, err]).toEqual([5, expect.stringContaining('RUN_FOLDER_CHANGED')]);
});
